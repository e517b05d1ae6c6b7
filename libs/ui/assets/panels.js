import { onKey } from './keyboard.js';
import { mayReplace } from './unsaved.js';

/* Things that open and close: the account menu, the summary beside a list; and printing. */
let peekedFrom = null;

function closePeek() {
  const panel = document.getElementById('peek');
  if (!panel || panel.childElementCount === 0 || !mayReplace(panel)) return;
  panel.replaceChildren();
  peekedFrom?.focus();
}

function closeMenus(except) {
  for (const menu of document.querySelectorAll('[data-menu][open]')) if (menu !== except) menu.open = false;
}

export function startPanels() {
  /* The menu scrolls sideways on a phone: the place one is at must be in sight. */
  for (const current of document.querySelectorAll('.nav [aria-current], .tabs [aria-current]')) {
    const strip = current.closest('ul');
    strip.scrollLeft = current.offsetLeft - strip.offsetLeft - 16;
  }
  document.addEventListener('click', (event) => {
    const target = event.target;
    const peek = target.closest?.('[data-peek-link]');
    if (peek) peekedFrom = peek;
    if (target.closest?.('[data-close-peek]')) closePeek();
    if (target.closest?.('[data-print]')) window.print();
    closeMenus(target.closest?.('[data-menu]'));
  });
  onKey(document, (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    const menu = document.querySelector('[data-menu][open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    } else closePeek();
  });
}
