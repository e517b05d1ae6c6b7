/* Keys for the whole page. Letters alone can be switched off by the person (WCAG 2.1.4). */
const setting = 'letter-keys';

export function lettersAreOn() {
  return localStorage.getItem(setting) !== 'off';
}

/** Whether the person is typing text, so that letters are letters. */
export function isTyping(target) {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement)
    return true;
  return target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'submit'].includes(target.type);
}

/** Whether a key press is a letter for the page and not for a text, an input method or the browser. */
export function isPageKey(event) {
  const withModifier = event.ctrlKey || event.metaKey || event.altKey;
  return (
    !withModifier &&
    !event.isComposing &&
    lettersAreOn() &&
    !isTyping(event.target) &&
    document.querySelector('dialog[open]') === null
  );
}

const acts = {
  '/': focusSearch,
  n: () => location.assign('/consultations/new'),
  j: () => walk(1),
  k: () => walk(-1),
  p: peek,
  '?': openShortcuts,
};

function focusSearch() {
  const search = document.getElementById('site-search');
  search?.focus();
  search?.select();
}

function walk(step) {
  const items = [...document.querySelectorAll('[data-walk-item]')];
  const at = items.findIndex((item) => item.contains(document.activeElement));
  const next = items[at === -1 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1)];
  const control = next?.querySelector('a, button');
  control?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

/** The summary of the row one is at, beside the list; the focus stays, so that j and k go on. */
function peek() {
  document.activeElement?.closest('[data-walk-item]')?.querySelector('[data-peek-link]')?.click();
}

function openShortcuts() {
  document.getElementById('shortcuts')?.showModal?.();
}

function sendForm(target) {
  const form = target instanceof Element ? target.closest('form') : null;
  const button = form?.querySelector('button[type="submit"]:not([disabled])');
  if (form !== null && button) form.requestSubmit(button);
}

export function startKeyboard() {
  const letters = document.querySelector('[data-letter-keys]');
  if (letters) {
    letters.checked = lettersAreOn();
    letters.addEventListener('change', () => localStorage.setItem(setting, letters.checked ? 'on' : 'off'));
  }
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-open-shortcuts]')) openShortcuts();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !event.isComposing) {
      event.preventDefault();
      sendForm(event.target);
      return;
    }
    const act = acts[event.key];
    if (act === undefined || event.defaultPrevented || !isPageKey(event)) return;
    if (event.key === 'n' && document.querySelector('[aria-keyshortcuts="n"]') === null) return;
    event.preventDefault();
    act();
  });
}
