/* Keys for the whole page. Letters alone can be switched off by the person (WCAG 2.1.4). */
import { changedForms } from './unsaved.js';

const setting = 'letter-keys';

/**
 * Whether the key belongs to the input method: the Enter that commits a word is no Enter of ours. Safari says it by the
 * code 229 alone.
 */
function isForInputMethod(event) {
  return event.isComposing || event.keyCode === 229;
}

/** The one way to listen for keys: what the input method takes is never heard. */
export function onKey(target, act, options) {
  target.addEventListener('keydown', (event) => isForInputMethod(event) || act(event), options);
}

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

/** Whether a key press is a letter for the page and not for a text or the browser. */
export function isPageKey(event) {
  const withModifier = event.ctrlKey || event.metaKey || event.altKey;
  return !withModifier && lettersAreOn() && !isTyping(event.target) && document.querySelector('dialog[open]') === null;
}

const acts = {
  '/': focusSearch,
  n: logConsultation,
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

/** By the page's own link, which asks before something typed is left behind. */
function logConsultation() {
  document.querySelector('a[aria-keyshortcuts="n"]')?.click();
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

/** The form one is in; outside of all, the only one with something typed in it. */
function formToSave(target) {
  const around = target instanceof Element ? target.closest('form') : null;
  if (around !== null) return around;
  const [changed, another] = changedForms();
  return another === undefined && document.querySelector('dialog[open]') === null ? changed : undefined;
}

/** As its saving button does; a button that adds a row or looks something up is not meant. */
function save(form) {
  const button = [...(form?.elements ?? [])].find(
    (control) =>
      control.matches('button[type="submit"]') && !control.disabled && !control.hasAttribute('data-auxiliary'),
  );
  if (button) form.requestSubmit(button);
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
  onKey(document, (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save(formToSave(event.target));
      return;
    }
    const act = Object.hasOwn(acts, event.key) ? acts[event.key] : undefined;
    if (act === undefined || event.defaultPrevented || !isPageKey(event)) return;
    if (event.key === 'n' && document.querySelector('a[aria-keyshortcuts="n"]') === null) return;
    event.preventDefault();
    act();
  });
}
