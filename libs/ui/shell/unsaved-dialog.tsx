import { ja } from '#messages';

const words = ja.ui.unsaved;

/** Asks before something typed is left behind. The `returnValue` of the dialog is `leave` or empty. */
export function UnsavedDialog(): JSX.Element {
  return (
    <dialog class="dialog" id="unsaved" aria-labelledby="unsaved-title" data-question={words.question}>
      <h2 id="unsaved-title" class="heading-3" safe>
        {words.title}
      </h2>
      <p safe>{words.text}</p>
      <form method="dialog" class="submit-row">
        <button class="button button-primary button-medium" type="submit" value="" autofocus safe>
          {words.stay}
        </button>
        <button class="button button-text button-medium" type="submit" value="leave" safe>
          {words.leave}
        </button>
      </form>
    </dialog>
  );
}
