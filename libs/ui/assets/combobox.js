/* Suggestions while typing a name: arrow keys and Enter, or the pointer. */
const delay = 150;

function parts(input) {
  const box = input.closest('[data-combobox]');
  return { list: box.querySelector('[data-combobox-list]'), value: box.querySelector('[data-combobox-value]') };
}

function options(list) {
  return [...list.querySelectorAll('[data-value]')];
}

function show(input, shown) {
  const { list } = parts(input);
  list.hidden = !shown;
  input.setAttribute('aria-expanded', String(shown));
  if (!shown) input.removeAttribute('aria-activedescendant');
}

function activate(input, option) {
  const { list } = parts(input);
  for (const other of options(list)) other.setAttribute('aria-selected', String(other === option));
  if (option === undefined) return;
  input.setAttribute('aria-activedescendant', option.id);
  option.scrollIntoView({ block: 'nearest' });
}

function choose(input, option) {
  const { value } = parts(input);
  input.value = option.dataset.label;
  if (value) value.value = option.dataset.value;
  show(input, false);
  focusAfter(input.dataset.focusAfter);
  input.dispatchEvent(new CustomEvent('combobox:chosen', { bubbles: true, detail: { value: option.dataset.value } }));
}

/* On to the field that comes next: in a group to what is chosen already. */
function focusAfter(id) {
  const place = id && document.getElementById(id);
  const control = place?.matches('fieldset')
    ? (place.querySelector('input:checked') ?? place.querySelector('input'))
    : place;
  control?.focus();
}

async function suggest(input, signal) {
  const url = new URL(input.dataset.suggestUrl, location.href);
  url.searchParams.set('q', input.value);
  const answer = await fetch(url, { signal, headers: { 'HX-Request': 'true' } });
  if (!answer.ok) return;
  const { list } = parts(input);
  list.innerHTML = await answer.text();
  options(list).forEach((option, index) => (option.id = `${list.id}-${index}`));
  show(input, list.childElementCount > 0);
  activate(input, options(list)[0]);
}

function start(input) {
  let timer;
  let running;
  const stop = () => {
    clearTimeout(timer);
    running?.abort();
  };
  const onTyped = () => {
    const { value } = parts(input);
    if (value) value.value = '';
    stop();
    if (input.value.trim() === '') {
      show(input, false);
      return;
    }
    timer = setTimeout(() => {
      running = new AbortController();
      suggest(input, running.signal).catch((error) => {
        if (error.name !== 'AbortError') show(input, false);
      });
    }, delay);
  };
  input.addEventListener('input', onTyped);
  /* Fast fingers type before this script runs. */
  if (document.activeElement === input && input.value !== input.defaultValue) onTyped();
  input.addEventListener('blur', () => {
    stop();
    show(input, false);
  });
  input.addEventListener('keydown', (event) => {
    if (!event.isComposing) onKey(input, event);
  });
  const { list } = parts(input);
  /* The press must not take the focus away, or the list would close before the click. */
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[data-value]');
    if (option) choose(input, option);
  });
}

function onKey(input, event) {
  const { list } = parts(input);
  const all = options(list);
  const at = all.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'Escape' && !list.hidden) {
    event.preventDefault();
    show(input, false);
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && all.length > 0) {
    event.preventDefault();
    if (list.hidden) show(input, true);
    const step = event.key === 'ArrowDown' ? 1 : -1;
    activate(input, all[(at + step + all.length) % all.length]);
  } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
    /* Enter picks; it never sends a form whose person is not chosen yet. */
    event.preventDefault();
    if (!list.hidden && all[at]) choose(input, all[at]);
  }
}

export function startComboboxes() {
  for (const input of document.querySelectorAll('[data-suggest-url]')) start(input);
}
