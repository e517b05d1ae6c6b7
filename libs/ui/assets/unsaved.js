/*
 * What was typed and not saved is never left behind unasked: not by a link, by a key of the page, by another form of the
 * page, by a part of the page that is drawn anew, nor by the browser's own ways out. Forms that write carry data-form;
 * data-unsaved marks what is unsaved already when the page opens.
 */

/** How long leaving may take to begin, in milliseconds; a download leaves the page where it is. */
const LEAVING = 3000;

let leaving = false;

function goOnWith(leave) {
  leaving = true;
  setTimeout(() => (leaving = false), LEAVING);
  leave();
}

const lines = (text) => text.replace(/\r\n?/g, '\n');

function isChangedChoice(select) {
  const options = [...select.options];
  const asOpened = options.filter((option) => option.defaultSelected);
  const untouched = asOpened.length === 0 && !select.multiple ? options.find((option) => !option.disabled) : undefined;
  return options.some((option) => option.selected !== (option.defaultSelected || option === untouched));
}

/** A password is kept by nobody and not missed. */
const UNTYPED = ['hidden', 'submit', 'button', 'reset', 'image', 'password'];

function isChangedControl(control) {
  if (control instanceof HTMLSelectElement) return isChangedChoice(control);
  if (control instanceof HTMLTextAreaElement) return lines(control.value) !== lines(control.defaultValue);
  if (!(control instanceof HTMLInputElement) || UNTYPED.includes(control.type)) return false;
  if (control.type === 'checkbox' || control.type === 'radio') return control.checked !== control.defaultChecked;
  if (control.type === 'file') return control.files.length > 0;
  return control.value !== control.defaultValue;
}

function isChanged(form) {
  return form.hasAttribute('data-unsaved') || [...form.elements].some(isChangedControl);
}

/** The forms in which something was typed, chosen or ticked since they were saved, in this part of the page. */
export function changedForms(within = document) {
  return [...within.querySelectorAll('form[data-form]')].filter(isChanged);
}

/** Asks where there is something to lose; otherwise goes on at once. */
function askBefore(leave) {
  const question = document.getElementById('unsaved');
  if (question === null) return goOnWith(leave); // then the browser asks
  question.returnValue = '';
  question.addEventListener('close', () => question.returnValue === 'leave' && goOnWith(leave), { once: true });
  question.showModal();
}

/** Whether a part of the page may be drawn anew; asks at once when a form in it would be lost. */
export function mayReplace(part) {
  const question = document.getElementById('unsaved');
  return changedForms(part).length === 0 || question === null || window.confirm(question.dataset.question);
}

/** Where a click on a link leads away from this page in this window. */
function destination(event) {
  const link = event.target.closest?.('a[href]');
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return undefined;
  if ((link.target !== '' && link.target !== '_self') || link.hasAttribute('download')) return undefined;
  if (link.hasAttribute('data-discard') || !link.protocol.startsWith('http')) return undefined;
  const isPlaceOnPage = link.hash !== '' && link.href.split('#')[0] === location.href.split('#')[0];
  return isPlaceOnPage ? undefined : link;
}

/* Shown again with what was typed: as it was opened, and all the same not saved. */
function markRefusedForms() {
  if (!document.body.hasAttribute('data-unsaved')) return;
  for (const form of document.querySelectorAll('form[data-form]'))
    if (new URL(form.action).pathname === location.pathname) form.setAttribute('data-unsaved', '');
}

export function startUnsaved() {
  markRefusedForms();
  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || leaving) return;
    if (event.target.closest?.('a[data-discard]')) return goOnWith(() => {});
    const link = destination(event);
    if (link === undefined || changedForms().length === 0) return;
    event.preventDefault();
    askBefore(() => location.assign(link.href));
  });
  /* Before the form is taken for sent. */
  document.addEventListener(
    'submit',
    (event) => {
      const { target: form, submitter } = event;
      if (leaving || form.method === 'dialog' || (submitter?.formTarget || form.target) === '_blank') return;
      if (!changedForms().some((other) => other !== form)) return;
      event.preventDefault();
      askBefore(() => form.requestSubmit(submitter));
    },
    { capture: true },
  );
  document.addEventListener('submit', (event) => {
    if (event.defaultPrevented || event.target.method === 'dialog' || event.submitter?.formTarget === '_blank') return;
    goOnWith(() => {});
  });
  document.addEventListener('htmx:before:request', (event) => {
    const { target } = event.detail.ctx;
    if (target instanceof Element && !mayReplace(target)) event.preventDefault();
  });
  /* Back in the history shows the page as it was left. */
  window.addEventListener('pageshow', () => (leaving = false));
  window.addEventListener('beforeunload', (event) => {
    if (leaving || changedForms().length === 0) return;
    event.preventDefault();
    event.returnValue = ''; // for browsers before 2023
  });
}
