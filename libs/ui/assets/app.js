/* What pages gain when a script runs. Every page works without any of it. */
import { startChips } from './chips.js';
import { startComboboxes } from './combobox.js';
import { startDates } from './dates.js';
import { startFiles } from './files.js';
import { startForms } from './forms.js';
import { startKeyboard } from './keyboard.js';
import { startPanels } from './panels.js';

document.documentElement.classList.add('has-script');

/* htmx sends the same token as the forms do. */
document.addEventListener('htmx:config:request', (event) => {
  const token = document.querySelector('meta[name="csrf-token"]')?.content;
  if (token) event.detail.ctx.request.headers['x-csrf-token'] = token;
});

startForms();
startKeyboard();
startChips();
startComboboxes();
startDates();
startFiles();
startPanels();
