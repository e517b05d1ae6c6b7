import { Card, CaseHeader, Columns, Ladder, Stack, Timeline } from '../index.js';
import { attempts, caseHeader, emptyCaseHeader, entries, hardCaseHeader } from './samples.js';

/** The head of a case in three states, what happened, and the referrals. */
export function Cases(): JSX.Element {
  return (
    <Stack gap="wide">
      <CaseHeader {...caseHeader} />
      <CaseHeader {...hardCaseHeader} />
      <CaseHeader {...emptyCaseHeader} />
      <Columns>
        <Card title="経過">
          <Timeline entries={entries} />
        </Card>
        <Card title="紹介">
          <Ladder attempts={attempts} />
        </Card>
      </Columns>
      <Timeline entries={[]} />
      <Ladder attempts={[]} />
    </Stack>
  );
}
