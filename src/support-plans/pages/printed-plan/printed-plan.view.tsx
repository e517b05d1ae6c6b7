import { formatBoth, formatWareki } from '#kernel';
import { ja } from '#messages';
import { Card, KeyValues, PageHeading, PrintButton, SignatureBoxes, Stack, Table, TypedText } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { PlanReviewLine, PlanStepLine } from '../../support-plans.repository.js';
import type { PlanPageView } from '../plan/plan.view.js';
import { agreementText, branchText, versionName } from '../plan/plan.presenter.js';

const TITLE = 'プラン兼事業等利用申込書';
const DAY_BY_HAND = '　　　　年　　月　　日';

/** プラン兼事業等利用申込書: one version on paper, to be signed. */
export function printPage(page: PageContext, { frame, plan, shown }: PlanPageView): Html {
  const { person, case: supportCase, team } = frame;
  const numbered = shown.steps.map((step, index) => ({
    ...step,
    number: index + 1,
    origin: shown.steps.findIndex(({ stepKey }) => stepKey === step.branchOf) + 1,
  }));
  const back = { text: 'プランに戻る', href: `/cases/${supportCase.id}/plan?version=${shown.version}` };
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
          { term: '氏名', text: person.name, note: person.kana },
          { term: '支援番号', text: supportCase.number },
          { term: '事業', text: supportCase.programme.name },
          { term: '作成日', text: formatBoth(shown.drawnUpOn) },
          { term: '支援担当', text: team.map(({ name, side }) => `${name}（${ja.codes.side[side]}）`).join('、') },
        ]}
      />
      <Card title="目標">
        <TypedText text={shown.goal} />
      </Card>
      {shown.situation === '' ? null : (
        <Card title="課題・状況">
          <TypedText text={shown.situation} />
        </Card>
      )}
      {shown.reason === null ? null : (
        <Card title="変更の理由">
          <TypedText text={shown.reason} />
        </Card>
      )}
      <Card title="行うこと">
        <Table
          caption="行うこと"
          captionHidden
          rows={numbered}
          empty=""
          columns={[
            { header: '番号', rowHeader: true, width: 'narrow', text: ({ number }: NumberedStep) => number },
            {
              header: '内容',
              width: 'wide',
              text: (step: NumberedStep) =>
                step.branchOn === null ? step.title : `${branchText(step, step.origin)}：${step.title}`,
            },
            {
              header: '担当',
              text: ({ ownerSide, ownerName }: NumberedStep) =>
                [ja.codes.planStepOwner[ownerSide], ownerName].filter((text) => text !== null).join('　'),
            },
            {
              header: '期限',
              width: 'narrow',
              text: ({ dueOn }: NumberedStep) => (dueOn === null ? null : formatWareki(dueOn)),
            },
            { header: '状態', width: 'narrow', text: ({ state }: NumberedStep) => ja.codes.planStepState[state] },
          ]}
        />
      </Card>
      <Card title="見直しの予定">
        <Table
          caption="見直しの予定"
          captionHidden
          rows={plan.reviews.filter(({ heldOn }) => heldOn === null)}
          empty="予定はありません。"
          columns={[
            { header: '予定日', rowHeader: true, text: ({ dueOn }: PlanReviewLine) => formatBoth(dueOn) },
            { header: '担当', text: ({ ownerName }: PlanReviewLine) => ownerName },
          ]}
        />
      </Card>
      <Card title="申込みと同意">
        <p>このプランの説明を受けました。内容に同意し、プランにある事業等の利用を申し込みます。</p>
        {shown.agreedOn === null ? null : <p safe>{`同意の記録：${agreementText(shown)}`}</p>}
        <SignatureBoxes
          boxes={[
            { label: '本人署名', note: DAY_BY_HAND },
            { label: '自治体側　担当者', note: DAY_BY_HAND },
            { label: '国側　担当者', note: DAY_BY_HAND },
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
