import { type CaseStatus, type JobSearchRecord, recordingReasons } from '#domain/support-case';
import { ja, reasonText } from '#messages';
import { BlockedReasons } from '#ui';

/** Why a case takes no such record now; empty where it does. */
export function BlockedRecord({ record, status }: { record: JobSearchRecord; status: CaseStatus }): JSX.Element {
  const reasons = recordingReasons(record, status);
  return (
    <BlockedReasons
      title={ja.referral.blockedRecord[record]}
      reasons={reasons.map(({ code, params }) => ({ text: reasonText(code, params) }))}
    />
  );
}
