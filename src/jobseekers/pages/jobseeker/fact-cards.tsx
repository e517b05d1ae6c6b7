import { protectionStanding } from '#domain/jobseeker';
import { type IsoDate, formatWareki } from '#kernel';
import { ja } from '#messages';
import { ButtonLink, Card, KeyValues } from '#ui';
import type { Jobseeker } from '../../jobseekers.repository.js';

const label = ja.jobseeker.field;
const day = (date: IsoDate | null): string | null => date && formatWareki(date);

export function BasicsCard({ person }: { person: Jobseeker }): JSX.Element {
  return (
    <Card title="基本情報">
      <KeyValues
        dense
        items={[
          { term: label.formerName, text: person.formerName },
          { term: label.guardianName, text: person.guardianName },
          { term: label.nationality, text: person.nationality },
          {
            term: label.japaneseSpeaking,
            text: person.japaneseSpeaking && ja.jobseeker.japaneseSpeaking[person.japaneseSpeaking],
          },
          {
            term: label.japaneseReading,
            text: person.japaneseReading && ja.jobseeker.japaneseReading[person.japaneseReading],
          },
          { term: label.interpreterLanguage, text: person.interpreterLanguage },
          { term: label.arrivedBy, text: person.arrivedBy },
          { term: '登録日', text: day(person.registeredOn) },
        ]}
      />
    </Card>
  );
}

export function ContactCard({ person }: { person: Jobseeker }): JSX.Element {
  return (
    <Card title="連絡先" tone={person.safeContact ? 'warning' : 'plain'}>
      <KeyValues
        dense
        items={[
          { term: label.safeContact, text: person.safeContact },
          { term: label.phone, text: person.phone },
          { term: label.address, text: person.address },
        ]}
      />
    </Card>
  );
}

export function BackgroundCard({ person }: { person: Jobseeker }): JSX.Element {
  return (
    <Card title="経歴・配慮">
      <KeyValues
        dense
        items={[
          { term: label.lastJob, text: person.lastJob },
          { term: label.leftJobOn, text: day(person.leftJobOn) },
          { term: label.education, text: person.education },
          { term: label.licences, text: person.licences },
          { term: label.healthNote, text: person.healthNote },
          { term: label.householdNote, text: person.householdNote },
        ]}
      />
    </Card>
  );
}

interface RegistrationCardProps {
  readonly person: Jobseeker;
  readonly today: IsoDate;
  /** 求職登録 is the national side's. */
  readonly mayRegister: boolean;
  readonly mayProtect: boolean;
}

const PROTECTION = {
  none: '登録なし',
  in_force: '有効',
  renewal_window: '有効（更新できます）',
  expired: '期限切れ',
} as const;

export function RegistrationCard({ person, today, mayRegister, mayProtect }: RegistrationCardProps): JSX.Element {
  const until = day(person.protectedUntil);
  const actions = (
    <>
      {mayRegister ? (
        <ButtonLink
          text="求職登録"
          href={`/jobseekers/${person.id}/hello-work-registration`}
          variant="text"
          size="small"
        />
      ) : null}
      {mayProtect ? (
        <ButtonLink text="支援措置" href={`/jobseekers/${person.id}/protection`} variant="text" size="small" />
      ) : null}
    </>
  );
  return (
    <Card title="求職登録・支援措置" actions={actions}>
      <KeyValues
        dense
        items={[
          { term: '求職番号', text: person.helloWorkNumber },
          { term: '求職登録日', text: day(person.helloWorkRegisteredOn) },
          {
            term: 'DV等支援措置',
            text: PROTECTION[protectionStanding(person.protectedUntil, today)],
            ...(until ? { note: `${until}まで` } : {}),
          },
        ]}
      />
    </Card>
  );
}
