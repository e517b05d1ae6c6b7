import { ja, reasonText } from '#messages';
import type { Reason } from '#kernel';
import { BlockedReasons, Disclosure, Form, SubmitRow, TextArea } from '#ui';
import type { FormState, PageContext } from '../../../platform/pages/index.js';
import { formState } from '../../../platform/pages/index.js';
import { STEP_TEXT_MAX } from '../../steps/dto/take-step.dto.js';

const words = ja.screens.supportCases;

export interface ClosingWithdrawalProps {
  readonly page: PageContext;
  readonly caseId: string;
  readonly version: number;
  /** What stands against it. */
  readonly reasons: readonly Reason[];
  readonly refused: FormState | undefined;
}

/** The way back from a closing typed by mistake; where it is barred, why. */
export function ClosingWithdrawal(props: ClosingWithdrawalProps): JSX.Element {
  const { page, caseId, version, reasons, refused } = props;
  const form = refused ?? formState({});
  return (
    <Disclosure title={words.withdrawClosingTitle} open={refused !== undefined}>
      <p>{words.withdrawClosingText}</p>
      {reasons.length > 0 ? (
        <BlockedReasons
          title={words.notPossibleNow}
          reasons={reasons.map(({ code, params }) => ({ text: reasonText(code, params) }))}
        />
      ) : (
        <Form action={`/cases/${caseId}/closing/withdrawal`} csrfToken={page.csrfToken} hidden={{ version }}>
          <TextArea
            name="reason"
            label={words.withdrawClosingReason}
            required
            rows={2}
            maxlength={STEP_TEXT_MAX}
            value={form.value('reason')}
            error={form.error('reason')}
          />
          <SubmitRow save={words.withdrawClosing} variant="danger" />
        </Form>
      )}
    </Disclosure>
  );
}
