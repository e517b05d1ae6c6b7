import { Card, CaseHeader, Columns, Ladder, PlanBoard, SignatureBoxes, Stack, Timeline } from '../index.js';
import { attempts, caseHeader, emptyCaseHeader, entries, hardCaseHeader, planSteps } from './samples.js';

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
      <Card title="プラン">
        <PlanBoard steps={planSteps} empty="手順はありません" />
        <SignatureBoxes boxes={[{ label: '本人', note: '　　年　　月　　日' }, { label: '担当者' }]} />
      </Card>
      <Timeline entries={[]} />
      <Ladder attempts={[]} />
    </Stack>
  );
}
