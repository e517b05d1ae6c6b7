import { fill, ja } from '#messages';
import {
  BarePage,
  ButtonLink,
  Card,
  Form,
  Link,
  Notice,
  PageHeading,
  Stack,
  SubmitRow,
  TextField,
  TypedText,
} from '#ui';
import type { ErrorBody } from './error-body.js';
import { ErrorDetails } from './error-page.js';
import { IN_PLACE, type KeptForm } from './kept-form.js';
import type { SignInAgainDetails } from './sign-in-again.js';

const screenWords = ja.screens.platform;

export interface RefusedForm {
  readonly error: ErrorBody['error'];
  readonly form: KeptForm;
  /** What sending it does, in words. */
  readonly does: string | undefined;
  readonly csrfToken: string;
  /** The page the form stood on. */
  readonly back: string;
  /** Present: the password is asked for. */
  readonly signIn?: SignInAgainDetails | undefined;
  /** Whether sending the same once more may help. */
  readonly mayHelpAgain: boolean;
}

const words = ja.keptForm;

/** A form that could not be taken, and everything typed into it: asks for the password in place, or offers to send it again. */
export function refusedFormPage(refused: RefusedForm): string {
  const { error, form, csrfToken, back, signIn, mayHelpAgain } = refused;
  const title = signIn
    ? words.titles.signInAgain
    : error.code === 'form_expired'
      ? words.titles.expired
      : error.message;
  const canSend = form.isWhole && (signIn !== undefined || mayHelpAgain);
  return String(
    <BarePage title={title} csrfToken={csrfToken}>
      <Stack>
        <PageHeading title={title} />
        <ErrorDetails error={error} />
        <Notice tone="warn" text={refusalText(refused)}>
          <p safe>{keptText(refused, canSend)}</p>
        </Notice>
        {signIn?.refused && !isWrongPassword(signIn) ? <Notice tone="error" text={error.message} live /> : ''}
        {canSend ? <SendAgain {...refused} /> : ''}
        <Typed texts={form.texts} />
        {canSend ? (
          <p>
            <Link href="/" text={words.discard} discards />
          </p>
        ) : (
          <ButtonLink text={words.back} href={back} />
        )}
      </Stack>
    </BarePage>,
  );
}

function refusalText({ error, signIn }: RefusedForm): string | undefined {
  if (signIn?.present !== undefined && signIn.holder !== undefined)
    return fill(words.why.otherPerson, { holder: signIn.holder, present: signIn.present });
  if (signIn) return words.why.lost;
  return error.code === 'form_expired' ? words.why.expired : undefined;
}

function keptText({ error, form }: RefusedForm, canSend: boolean): string {
  if (isOtherContent(error)) return form.isWhole ? words.keptBeside : words.withheldBeside;
  if (!form.isWhole) return words.withheld;
  return canSend ? words.kept : words.notSent;
}

/** Sent from a page that has saved something else already, as after going back in the browser. */
const isOtherContent = (error: RefusedForm['error']): boolean => error.code === 'idempotency_conflict';

function SendAgain({ error, form, does, csrfToken, signIn }: RefusedForm): JSX.Element {
  return (
    <Card>
      <Form action={form.action} csrfToken={csrfToken} hidden={form.fields} attrs={{ 'data-unsaved': true }}>
        {does === undefined ? '' : <p safe>{fill(words.does, { does })}</p>}
        {signIn === undefined ? '' : <Credentials signIn={signIn} />}
        <SubmitRow save={signIn ? words.signIn : isOtherContent(error) ? words.sendBeside : words.sendAgain} />
      </Form>
    </Card>
  );
}

/** Of the one who filled in the form, where it says who that was. */
function Credentials({ signIn }: { signIn: SignInAgainDetails }): JSX.Element {
  const { holder } = signIn;
  const password = {
    name: IN_PLACE.password,
    type: 'password',
    required: true,
    autocomplete: 'current-password',
  } as const;
  if (holder !== undefined) {
    const error = isWrongPassword(signIn) ? words.wrongPassword : undefined;
    return (
      <TextField
        {...password}
        label={fill(words.passwordOf, { holder })}
        support={fill(words.passwordSupport, { holder })}
        error={error}
        attrs={{ autofocus: true }}
      />
    );
  }
  return (
    <>
      <TextField
        name={IN_PLACE.login}
        label={screenWords.login}
        required
        autocomplete="username"
        attrs={{ autofocus: true }}
      />
      <TextField {...password} label={screenWords.password} />
    </>
  );
}

/** Said at the field where a password is all that was asked for; otherwise the login may be what is wrong. */
function isWrongPassword({ holder, refused }: SignInAgainDetails): boolean {
  return holder !== undefined && refused?.code === 'wrong_credentials';
}

function Typed({ texts }: { texts: readonly string[] }): JSX.Element {
  if (texts.length === 0) return '';
  return (
    <Card title={words.typed}>
      <Stack>
        {texts.map((text) => (
          <TypedText text={text} />
        ))}
      </Stack>
    </Card>
  );
}
