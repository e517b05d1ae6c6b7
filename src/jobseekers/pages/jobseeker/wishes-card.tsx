import { type WishChange, wishHistory } from '#domain/jobseeker';
import { formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, Disclosure, EmptyState, KeyValues, Stack } from '#ui';
import type { WishRecord } from '../../records/person-records.repository.js';

const words = ja.screens.jobseekers;

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
    <ButtonLink text={current ? words.change : words.record} href={`${href}/wishes/new`} variant="text" size="small" />
  ) : null;
  return (
    <Card title={words.wishes} actions={write}>
      {current === undefined ? (
        <EmptyState text={words.noWishYet} />
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
          { term: words.wishedOccupations, text: occupationsText(wish) },
          { term: words.hoursPerWeek, text: hoursText(wish) },
          { term: words.daysAndTimes, text: wish.daysAndTimes },
          { term: words.commuting, text: wish.commute },
          { term: words.workplace, text: wish.workplace },
          { term: words.note, text: wish.note },
        ]}
      />
      <ChangeNote wish={wish} changes={changes} />
    </>
  );
}

function Earlier({ entries }: { entries: readonly Entry[] }): JSX.Element {
  if (entries.length === 0) return '';
  return (
    <Disclosure title={fill(words.earlierWishes, { count: entries.length })}>
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
        fill(words.recordedOn, { day: formatWareki(wish.recordedOn) }),
        ...changed,
        ...(wish.reasonForChange ? [fill(words.reasonOf, { reason: wish.reasonForChange })] : []),
      ].join('　')}
    </p>
  );
}

function occupationsText({ occupations, undecided }: WishRecord): string {
  const named = occupations.map((occupation, index) => `${index + 1}. ${occupation}`);
  return [...named, ...(undecided ? [words.undecided] : [])].join('　');
}

function hoursText({ weeklyHoursMin: min, weeklyHoursMax: max }: WishRecord): string | undefined {
  if (min === null) return max === null ? undefined : fill(words.hoursAtMost, { max });
  return max === null ? fill(words.hoursAtLeast, { min }) : fill(words.hoursBetween, { min, max });
}

function valueText(value: WishChange['before']): string {
  if (typeof value === 'boolean') return value ? ja.common.states.yes : ja.common.states.no;
  if (Array.isArray(value)) return value.length === 0 ? ja.common.states.none : value.join('・');
  return value === null || value === '' ? ja.common.states.none : String(value);
}
