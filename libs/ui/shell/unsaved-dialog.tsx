import { words } from '../words.js';

const { unsaved } = words;

/** Asks before something typed is left behind. The `returnValue` of the dialog is `leave` or empty. */
export function UnsavedDialog(): JSX.Element {
  return (
    <dialog class="dialog" id="unsaved" aria-labelledby="unsaved-title" data-question={unsaved.question}>
      <h2 id="unsaved-title" class="heading-3">
        {unsaved.title}
      </h2>
      <p>{unsaved.text}</p>
      <form method="dialog" class="submit-row">
        <button class="button button-primary button-medium" type="submit" value="" autofocus>
          {unsaved.stay}
        </button>
        <button class="button button-text button-medium" type="submit" value="leave">
          {unsaved.leave}
        </button>
      </form>
    </dialog>
  );
}
