/* One key chooses a chip: in the group that has the focus, or in the first group that knows the key. */
import { isPageKey, onKey } from './keyboard.js';

function chipFor(key) {
  const selector = `[data-chip-key="${CSS.escape(key)}"]:not(:disabled)`;
  const focused = document.activeElement?.closest('fieldset');
  return focused?.querySelector(selector) ?? document.querySelector(selector);
}

export function startChips() {
  /* Before the page's own letters: inside a group its keys come first. */
  onKey(
    document,
    (event) => {
      if (event.key.length !== 1 || !isPageKey(event)) return;
      const chip = chipFor(event.key);
      if (!chip) return;
      event.preventDefault();
      chip.focus();
      chip.click();
    },
    { capture: true },
  );
}
