/*
 * Suggestions while typing a name: arrow keys and Enter, or the pointer. Every answer belongs to the text it was asked
 * for; from an answer to another text nothing can be chosen.
 */
import { onKey } from './keyboard.js';

/** Milliseconds without a key before the server is asked, and before it is said that it takes its time. */
const PAUSE = 150;
const PATIENCE = 600;

class Combobox {
  #input;
  #box;
  #list;
  /** What stands in the field, as last seen. */
  #text;
  /** The text that the list answers; undefined while there is no answer to the present one. */
  #answered;
  #timers = [];
  #request;
  /** Enter was pressed before the answer came. */
  #isAwaited = false;

  constructor(input) {
    this.#input = input;
    this.#box = input.closest('[data-combobox]');
    this.#list = this.#box.querySelector('[data-combobox-list]');
    this.#text = input.defaultValue;
    input.addEventListener('input', () => this.#onTyped());
    input.addEventListener('blur', () => {
      this.#stop();
      this.#show(false);
    });
    onKey(input, (event) => this.#onKey(event));
    /* The press must not take the focus away, or the list would close before the click. */
    this.#list.addEventListener('mousedown', (event) => event.preventDefault());
    this.#list.addEventListener('click', (event) => this.#choose(event.target.closest('[data-value]')));
    /* Fast fingers type before this script runs. */
    if (document.activeElement === input) this.#onTyped();
  }

  get #options() {
    return [...this.#list.querySelectorAll('[data-value]')];
  }

  get #isCurrent() {
    return this.#answered !== undefined && this.#answered === this.#input.value;
  }

  get #isChosen() {
    const kept = this.#box.querySelector('[data-combobox-value]');
    return kept ? kept.value !== '' : this.#box.querySelector(':scope > fieldset input:checked') !== null;
  }

  /** The chosen one, unseen. People to choose from, offered where no script runs, give way to it. */
  get #value() {
    const kept = this.#box.querySelector('[data-combobox-value]');
    if (kept !== null) return kept;
    const value = document.createElement('input');
    Object.assign(value, { type: 'hidden', name: this.#input.name.replace(/_q$/, '') });
    value.setAttribute('data-combobox-value', '');
    this.#box.querySelector(':scope > fieldset')?.remove();
    this.#box.append(value);
    return value;
  }

  #onTyped() {
    /* The input method that commits a word reports the same text once more. */
    if (this.#input.value === this.#text) return;
    this.#text = this.#input.value;
    this.#forget();
    this.#stop();
    this.#answered = undefined;
    this.#activate(undefined);
    if (this.#text.trim() === '') return this.#show(false);
    this.#list.setAttribute('aria-busy', 'true');
    this.#after(PAUSE, () => this.#ask());
  }

  /** Nobody is chosen any more; nor does anything stand on the page that was said about them. */
  #forget() {
    this.#value.value = '';
    this.#describe([]);
    const about = document.getElementById(this.#input.dataset.about ?? '');
    about?.dispatchEvent(new CustomEvent('htmx:abort'));
    about?.replaceChildren();
  }

  #after(delay, act) {
    this.#timers.push(setTimeout(act, delay));
  }

  #stop() {
    for (const timer of this.#timers.splice(0)) clearTimeout(timer);
    this.#request?.abort();
    this.#request = undefined;
    this.#isAwaited = false;
  }

  async #ask() {
    const text = this.#text;
    const request = new AbortController();
    this.#request = request;
    this.#after(PATIENCE, () => this.#say(this.#input.dataset.waiting));
    const answer = await this.#answerTo(text, request.signal);
    if (this.#request !== request || this.#input.value !== text) return;
    const isAwaited = this.#isAwaited;
    this.#stop();
    if (answer === undefined) return this.#say(this.#input.dataset.failed);
    this.#list.innerHTML = answer;
    this.#list.removeAttribute('aria-busy');
    this.#answered = text;
    const options = this.#options;
    options.forEach((option, index) => (option.id = `${this.#list.id}-${index}`));
    /* Of several nobody is taken unseen. */
    if (isAwaited && options.length === 1) return this.#choose(options[0]);
    this.#show(this.#list.childElementCount > 0);
    this.#activate(options[0]);
  }

  /** Undefined when there is none: the server failed, or asks for a password first. */
  async #answerTo(text, signal) {
    const url = new URL(this.#input.dataset.suggestUrl, location.href);
    url.searchParams.set('q', text);
    try {
      const answer = await fetch(url, { signal, headers: { 'HX-Request': 'true' } });
      return answer.ok && !answer.redirected ? await answer.text() : undefined;
    } catch {
      return undefined;
    }
  }

  /** A line in the place of the list. */
  #say(text) {
    const line = document.createElement('div');
    line.className = 'combobox-empty';
    line.setAttribute('role', 'option');
    line.setAttribute('aria-disabled', 'true');
    line.setAttribute('aria-selected', 'false');
    line.textContent = text;
    this.#list.replaceChildren(line);
    this.#list.removeAttribute('aria-busy');
    this.#show(true);
  }

  #show(isShown) {
    this.#list.hidden = !isShown;
    this.#input.setAttribute('aria-expanded', String(isShown));
    if (!isShown) this.#input.removeAttribute('aria-activedescendant');
  }

  #activate(option) {
    for (const other of this.#options) other.setAttribute('aria-selected', String(other === option));
    if (option === undefined) return this.#input.removeAttribute('aria-activedescendant');
    this.#input.setAttribute('aria-activedescendant', option.id);
    option.scrollIntoView({ block: 'nearest' });
  }

  #choose(option) {
    if (!option || !this.#isCurrent) return;
    const { value, label } = option.dataset;
    this.#forget();
    this.#input.value = label;
    this.#text = label;
    this.#answered = undefined;
    this.#value.value = value;
    this.#describe([...option.children].slice(1).map((part) => part.textContent));
    this.#show(false);
    focusAfter(this.#input.dataset.focusAfter);
    this.#input.dispatchEvent(new CustomEvent('combobox:chosen', { bubbles: true, detail: { value } }));
  }

  /** What tells the chosen one from others of that name. */
  #describe(parts) {
    const line = this.#box.querySelector('[data-combobox-chosen]');
    if (line) line.textContent = parts.join('　');
  }

  #onKey(event) {
    const options = this.#isCurrent ? this.#options : [];
    const at = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
    if (event.key === 'Escape' && !this.#list.hidden) {
      event.preventDefault();
      this.#show(false);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
      event.preventDefault();
      this.#show(true);
      this.#activate(options[(at + (event.key === 'ArrowDown' ? 1 : -1) + options.length) % options.length]);
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      /* Enter picks; it never sends a form whose person is not chosen yet. */
      event.preventDefault();
      if (!this.#isCurrent) this.#await();
      else if (!this.#list.hidden) this.#choose(options[at]);
    }
  }

  /** Enter before the answer: asks now, unless somebody is chosen or nothing is typed. */
  #await() {
    if (this.#isChosen || this.#text.trim() === '') return;
    if (this.#request === undefined) {
      this.#stop();
      void this.#ask();
    }
    this.#isAwaited = true;
  }
}

/* On to the field that comes next: in a group to what is chosen already. */
function focusAfter(id) {
  const place = id && document.getElementById(id);
  const control = place?.matches('fieldset')
    ? (place.querySelector('input:checked') ?? place.querySelector('input'))
    : place;
  control?.focus();
}

export function startComboboxes() {
  for (const input of document.querySelectorAll('[data-suggest-url]')) new Combobox(input);
}
