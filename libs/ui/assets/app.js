/* What pages gain when a script runs. Every page works without any of it. */
import { startChips } from './chips.js';
import { startComboboxes } from './combobox.js';
import { startDates } from './dates.js';
import { startFiles } from './files.js';
import { startForms } from './forms.js';
import { startKeyboard } from './keyboard.js';
import { startPanels } from './panels.js';
import { startUnsaved } from './unsaved.js';

document.documentElement.classList.add('has-script');

/* htmx sends the same token as the forms do. */
document.addEventListener('htmx:config:request', (event) => {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (token) event.detail.ctx.request.headers['x-csrf-token'] = token;
});

/* A part of the page is filled with what was asked for, never with an error or with the page that asks for the password. */
document.addEventListener('htmx:before:response', (event) => {
  const { response, target } = event.detail.ctx;
  if (response.raw.ok && !response.raw.redirected) return;
  event.preventDefault();
  if (target instanceof Element) target.replaceChildren();
  const link = event.target.closest?.('a[href]');
  if (link) location.assign(link.href);
});

startForms();
startKeyboard();
startChips();
startComboboxes();
startDates();
startFiles();
startPanels();
/* Last: a click that something else has taken leads nowhere. */
startUnsaved();
