/* Forms: no second send while the first is under way, focus on what is wrong. */
const sentAttribute = 'data-sent';

function markSent(form, sent) {
  form.toggleAttribute(sentAttribute, sent);
  for (const button of form.querySelectorAll('button[type="submit"]')) {
    if (sent && !button.disabled) {
      button.disabled = true;
      button.setAttribute('data-disabled-while-sent', '');
    } else if (!sent && button.hasAttribute('data-disabled-while-sent')) {
      button.disabled = false;
      button.removeAttribute('data-disabled-while-sent');
    }
  }
}

function focusFirstControl(hash) {
  if (!hash.startsWith('#') || hash.length < 2) return;
  const place = document.getElementById(decodeURIComponent(hash.slice(1)));
  const control = place?.matches('fieldset') ? place.querySelector('input, select, textarea') : place;
  control?.focus();
}

export function startForms() {
  /* The search button of a combobox is for pages without script; disabled, it is not what Enter presses. */
  for (const button of document.querySelectorAll('button.without-script')) button.disabled = true;

  document.addEventListener('submit', (event) => {
    const form = event.target;
    /* What opens in another window leaves this form to be sent later. */
    if (!form.matches('[data-form]') || event.submitter?.formTarget === '_blank') return;
    if (form.hasAttribute(sentAttribute)) {
      event.preventDefault();
      return;
    }
    /* After this turn, so that the pressed button's own value is still sent. */
    setTimeout(() => {
      if (!event.defaultPrevented || form.hasAttribute('hx-post')) markSent(form, true);
    });
  });
  document.addEventListener('htmx:finally:request', (event) => {
    const form = event.target.closest?.('[data-form]');
    if (form) markSent(form, false);
  });
  /* Back in the history shows the page as it was left. */
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) for (const form of document.querySelectorAll(`[${sentAttribute}]`)) markSent(form, false);
  });

  document.querySelector('[data-error-summary]')?.focus();
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('[data-error-summary] a');
    if (!link) return;
    event.preventDefault();
    focusFirstControl(link.getAttribute('href'));
  });
}
