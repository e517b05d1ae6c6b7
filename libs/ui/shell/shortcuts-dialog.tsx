import { ja } from '#messages';
import { words } from '../words.js';

const shortcuts: readonly { keys: readonly string[]; does: string }[] = [
  { keys: ['/'], does: '人を探す' },
  { keys: ['n'], does: ja.ui.shortcuts.logConsultation },
  { keys: ['j', 'k'], does: '一覧で次・前の行へ（Enter で開く）' },
  { keys: ['p'], does: '一覧で選んだ行の概要を見る（Esc で閉じる）' },
  { keys: ['Ctrl', 'Enter'], does: ja.ui.shortcuts.save },
  { keys: ['1', '…', '9'], does: '選択肢を選ぶ（数字が付いているとき）' },
  { keys: ['?'], does: 'この一覧を開く' },
  { keys: ['Esc'], does: '閉じる' },
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
        <span>1文字のキー操作を使う（この端末に保存）</span>
      </label>
    </dialog>
  );
}
