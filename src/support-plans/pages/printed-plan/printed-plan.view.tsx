import { formatBoth, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Card, KeyValues, PageHeading, PrintButton, SignatureBoxes, Stack, Table, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { PlanReviewLine, PlanStepLine } from '../../support-plans.repository.js';
import type { PlanPageView } from '../plan/plan.view.js';
import { agreementText, branchText, versionName } from '../plan/plan.presenter.js';

const words = ja.screens.supportPlans;

const TITLE = words.application;
const DAY_BY_HAND = words.dayByHand;

/** プラン兼事業等利用申込書: one version on paper, to be signed. */
export function printPage(page: PageContext, { frame, plan, shown }: PlanPageView): Html {
  const { person, case: supportCase, team } = frame;
  const numbered = shown.steps.map((step, index) => ({
    ...step,
    number: index + 1,
    origin: shown.steps.findIndex(({ stepKey }) => stepKey === step.branchOf) + 1,
  }));
  const back = { text: words.backToPlan, href: `/cases/${supportCase.id}/plan?version=${shown.version}` };
  const content = (
    <Stack>
      <PageHeading
        title={TITLE}
        lead={`${page.signedIn.siteName}　${versionName(shown.version)}`}
        back={back}
        actions={<PrintButton />}
      />
      <KeyValues
        dense
        items={[
          { term: words.name, text: person.name, note: person.kana },
          { term: words.caseNumber, text: supportCase.number },
          { term: words.programme, text: supportCase.programme.name },
          { term: words.drawnUpOn, text: formatBoth(shown.drawnUpOn) },
          { term: words.team, text: team.map(({ name, side }) => `${name}（${ja.codes.side[side]}）`).join('、') },
        ]}
      />
      <Card title={words.goal}>
        <TypedText text={shown.goal} />
      </Card>
      {shown.situation === '' ? null : (
        <Card title={words.situation}>
          <TypedText text={shown.situation} />
        </Card>
      )}
      {shown.reason === null ? null : (
        <Card title={words.reasonForChange}>
          <TypedText text={shown.reason} />
        </Card>
      )}
      <Card title={words.whatIsDone}>
        <Table
          caption={words.whatIsDone}
          captionHidden
          rows={numbered}
          empty=""
          columns={[
            { header: words.number, rowHeader: true, width: 'narrow', text: ({ number }: NumberedStep) => number },
            {
              header: words.content,
              width: 'wide',
              text: (step: NumberedStep) =>
                step.branchOn === null ? step.title : `${branchText(step, step.origin)}：${step.title}`,
            },
            {
              header: words.owner,
              text: ({ ownerSide, ownerName }: NumberedStep) =>
                [ja.codes.planStepOwner[ownerSide], ownerName].filter((text) => text !== null).join('　'),
            },
            {
              header: words.due,
              width: 'narrow',
              text: ({ dueOn }: NumberedStep) => (dueOn === null ? null : formatWareki(dueOn)),
            },
            { header: words.state, width: 'narrow', text: ({ state }: NumberedStep) => ja.codes.planStepState[state] },
          ]}
        />
      </Card>
      <Card title={words.plannedReview}>
        <Table
          caption={words.plannedReview}
          captionHidden
          rows={plan.reviews.filter(({ heldOn }) => heldOn === null)}
          empty={words.nothingPlanned}
          columns={[
            { header: words.dueOn, rowHeader: true, text: ({ dueOn }: PlanReviewLine) => formatBoth(dueOn) },
            { header: words.owner, text: ({ ownerName }: PlanReviewLine) => ownerName },
          ]}
        />
      </Card>
      <Card title={words.applicationAndConsent}>
        <p>{words.declaration}</p>
        {shown.agreedOn === null ? null : (
          <p safe>{fill(words.recordedAgreement, { agreement: agreementText(shown) })}</p>
        )}
        <SignatureBoxes
          boxes={[
            { label: words.ownSignature, note: DAY_BY_HAND },
            { label: words.municipalOwner, note: DAY_BY_HAND },
            { label: words.nationalOwner, note: DAY_BY_HAND },
          ]}
        />
      </Card>
    </Stack>
  );
  return renderPage(page, { title: `${TITLE}（${supportCase.number}）`, width: 'reading', children: content });
}

interface NumberedStep extends PlanStepLine {
  readonly number: number;
  /** Number of the step it falls back from; 0: none. */
  readonly origin: number;
}
