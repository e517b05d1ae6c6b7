import { formatMoment } from '#kernel';
import { fill, ja } from '#messages';
import { PASSWORD_MIN, TEMPORARY_PASSWORD_HOURS } from '#domain/organisation';
import { Card, Form, PostButton, SubmitRow, TextField } from '#ui';
import { FormProblems, type FormState, type PageContext } from '../../../platform/pages/index.js';
import type { ResetStanding } from '../../password-resets/password-resets.service.js';
import type { ManagedStaff } from '../../staff.repository.js';

const words = ja.screens.teamMembers;

interface PasswordCardProps {
  readonly page: PageContext;
  readonly member: ManagedStaff;
  readonly reset: ResetStanding;
  readonly form: FormState;
}

/** パスワードの再設定, and the end of a lock-out. */
export function PasswordCard(props: PasswordCardProps): JSX.Element {
  const { page, member, reset, form } = props;
  const href = `/staff/${member.id}`;
  const mayReset = !reset.needsAnother || (reset.asked !== null && reset.asked.askedBy !== page.actor.staffId);
  return (
    <Card title={words.resetPassword} id="password">
      <FormProblems form={form} currentHref={href} />
      {member.lockedUntil === null ? (
        ''
      ) : (
        <PostButton action={`${href}/unlock`} csrfToken={page.csrfToken} text={words.unlock} />
      )}
      {reset.needsAnother ? <SecondAdministrator page={page} href={href} asked={reset.asked} /> : ''}
      {mayReset ? (
        <Form action={`${href}/password-reset`} csrfToken={page.csrfToken}>
          <TextField
            name="password"
            label={words.temporaryPassword}
            type="password"
            required
            autocomplete="new-password"
            support={fill(words.newPasswordSupport, { min: PASSWORD_MIN, hours: TEMPORARY_PASSWORD_HOURS })}
            error={form.error('password')}
          />
          <SubmitRow save={words.setTemporaryPassword} variant="secondary" />
        </Form>
      ) : (
        ''
      )}
    </Card>
  );
}

/** Of somebody who works at a site that one does not administer: who asked, or the button that asks. */
function SecondAdministrator({
  page,
  href,
  asked,
}: {
  page: PageContext;
  href: string;
  asked: ResetStanding['asked'];
}): JSX.Element {
  if (asked === null)
    return (
      <>
        <p>{words.needsAnother}</p>
        <PostButton action={`${href}/password-reset-request`} csrfToken={page.csrfToken} text={words.askForReset} />
      </>
    );
  const text = asked.askedBy === page.actor.staffId ? words.askedByOneself : words.askedByAnother;
  return (
    <>
      <p safe>{fill(text, { name: asked.askedByName, moment: formatMoment(asked.askedAt) })}</p>
      <PostButton
        action={`${href}/password-reset-request/withdrawal`}
        csrfToken={page.csrfToken}
        text={words.withdrawReset}
        variant="text"
        size="small"
      />
    </>
  );
}
