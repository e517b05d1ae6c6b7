import { type WishChange, wishHistory } from '#domain/jobseeker';
import { formatWareki } from '#kernel';
import { ja } from '#messages';
import { ButtonLink, Card, Disclosure, EmptyState, KeyValues, Stack } from '#ui';
import type { WishRecord } from '../../records/person-records.repository.js';

/** The wish that holds now, and below it how it came about. */
export function WishesCard({
  href,
  wishes,
  mayEdit,
}: {
  href: string;
  wishes: readonly WishRecord[];
  mayEdit: boolean;
}): JSX.Element {
  const [current, ...earlier] = wishHistory(wishes);
  const write = mayEdit ? (
    <ButtonLink text={current ? '変更' : '記録'} href={`${href}/wishes/new`} variant="text" size="small" />
  ) : null;
  return (
    <Card title="希望条件" actions={write}>
      {current === undefined ? (
        <EmptyState text="希望条件はまだ記録されていません。" />
      ) : (
        <Stack>
          <CurrentWish {...current} />
          <Earlier entries={earlier} />
        </Stack>
      )}
    </Card>
  );
}

interface Entry {
  readonly wish: WishRecord;
  readonly changes: readonly WishChange[];
}

function CurrentWish({ wish, changes }: Entry): JSX.Element {
  return (
    <>
      <KeyValues
        dense
        items={[
          { term: '希望職種', text: occupationsText(wish) },
          { term: '週の時間', text: hoursText(wish) },
          { term: '曜日・時間帯', text: wish.daysAndTimes },
          { term: '通勤手段・範囲', text: wish.commute },
          { term: '勤務地', text: wish.workplace },
          { term: '備考', text: wish.note },
        ]}
      />
      <ChangeNote wish={wish} changes={changes} />
    </>
  );
}

function Earlier({ entries }: { entries: readonly Entry[] }): JSX.Element {
  if (entries.length === 0) return '';
  return (
    <Disclosure title={`これまでの希望（${entries.length}件）`}>
      <Stack>
        {entries.map((entry) => (
          <div>
            <p safe>{`${occupationsText(entry.wish)}　${hoursText(entry.wish) ?? ''}`}</p>
            <ChangeNote {...entry} />
          </div>
        ))}
      </Stack>
    </Disclosure>
  );
}

/** When it was told, what it changed and why. */
function ChangeNote({ wish, changes }: Entry): JSX.Element {
  const changed = changes.map(
    ({ field, before, after }) => `${ja.jobseeker.wishField[field]}：${valueText(before)} → ${valueText(after)}`,
  );
  return (
    <p class="muted" safe>
      {[
        `${formatWareki(wish.recordedOn)} 聞き取り`,
        ...changed,
        ...(wish.reasonForChange ? [`理由：${wish.reasonForChange}`] : []),
      ].join('　')}
    </p>
  );
}

function occupationsText({ occupations, undecided }: WishRecord): string {
  const named = occupations.map((occupation, index) => `${index + 1}. ${occupation}`);
  return [...named, ...(undecided ? ['未定'] : [])].join('　');
}

function hoursText({ weeklyHoursMin: min, weeklyHoursMax: max }: WishRecord): string | undefined {
  if (min === null && max === null) return undefined;
  if (max === null) return `週${min}時間以上`;
  return min === null ? `週${max}時間まで` : `週${min}〜${max}時間`;
}

function valueText(value: WishChange['before']): string {
  if (typeof value === 'boolean') return value ? ja.common.states.yes : ja.common.states.no;
  if (Array.isArray(value)) return value.length === 0 ? ja.common.states.none : value.join('・');
  return value === null || value === '' ? ja.common.states.none : String(value);
}
