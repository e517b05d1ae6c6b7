import { words } from '../words.js';

const shortcuts: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: words.shortcut.search },
  { keys: ['n'], does: words.shortcut.logConsultation },
  { keys: ['j', 'k'], does: words.shortcut.walk },
  { keys: ['p'], does: words.shortcut.peek },
  { keys: ['Ctrl', 'Enter'], does: words.shortcut.save },
  { keys: ['1', '…', '9'], does: words.shortcut.choose },
  { keys: ['?'], does: words.shortcut.list },
  { keys: ['Esc'], does: words.close },
];

/** The list of keys, opened by `?`. */
export function ShortcutsDialog(): JSX.Element {
  return (
    <dialog class="dialog" id="shortcuts" aria-labelledby="shortcuts-title">
      <div class="dialog-head">
        <h2 id="shortcuts-title" class="heading-3">
          {words.shortcuts}
        </h2>
        <form method="dialog">
          <button class="button button-text button-small" type="submit">
            {words.close}
          </button>
        </form>
      </div>
      <dl class="shortcuts">
        {shortcuts.map(({ keys, does }) => (
          <div>
            <dt>
              {keys.map((key) => (
                <kbd safe>{key}</kbd>
              ))}
            </dt>
            <dd safe>{does}</dd>
          </div>
        ))}
      </dl>
      <label class="check">
        <input type="checkbox" data-letter-keys checked />
        <span>{words.shortcut.letters}</span>
      </label>
    </dialog>
  );
}
