import { formatWareki, tokyoDateOf, tokyoTimeOf } from '#kernel';
import { fill, ja } from '#messages';
import { Badges, Card, Inline, Person, Stack, TypedText } from '#ui';
import type { Addendum, ConsultationView } from '../../consultations.repository.js';

const words = ja.screens.consultations;

/** 令和8年6月10日 14:05 */
export const momentText = (moment: Date): string => `${formatWareki(tokyoDateOf(moment))} ${tokyoTimeOf(moment)}`;

/** 令和8年6月10日 10:30　職業（電話） */
export function occasionText({
  heldOn,
  startedAt,
  kind,
  channel,
}: Pick<ConsultationView, 'heldOn' | 'startedAt' | 'kind' | 'channel'>): string {
  const when = startedAt === null ? formatWareki(heldOn) : `${formatWareki(heldOn)} ${startedAt}`;
  return `${when}　${ja.codes.consultationKind[kind]}（${ja.codes.channel[channel]}）`;
}

/** What was said: outcomes, shared text, the own organisation's note, what was added later. */
export function ConsultationBody({
  view,
  organisationName,
}: {
  view: ConsultationView;
  organisationName: string;
}): JSX.Element {
  const { participants, outcomes, sharedText, ownNote, addenda } = view;
  return (
    <Stack gap="tight">
      <Inline>
        {participants.map(({ name, side }) => (
          <Person name={name} side={side} />
        ))}
      </Inline>
      <Badges texts={outcomes.map((code) => ja.codes.consultationOutcome[code])} />
      {sharedText === '' ? <p class="muted">{words.nothingShared}</p> : <TypedText text={sharedText} />}
      {ownNote === null ? null : (
        <Card title={fill(words.ownNoteOf, { organisation: organisationName })} level={3} tone="warning">
          <TypedText text={ownNote} />
        </Card>
      )}
      {addenda.map((addendum) => (
        <AddendumText {...addendum} />
      ))}
    </Stack>
  );
}

function AddendumText({ text, author, addedAt }: Addendum): JSX.Element {
  return (
    <div>
      <p class="muted">
        <span safe>{fill(words.addendumAt, { moment: momentText(addedAt) })}</span>
        {author === null ? null : <Person name={author.name} side={author.side} />}
      </p>
      <TypedText text={text} />
    </div>
  );
}
