import { protectionStatus } from '#domain/jobseeker';
import { type IsoDate, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, Card, KeyValues } from '#ui';
import type { Jobseeker } from '../../jobseekers.repository.js';

const words = ja.screens.jobseekers;

const label = ja.jobseeker.field;
const day = (date: IsoDate | null): string | null => date && formatWareki(date);

export function BasicsCard({ person }: { person: Jobseeker }): JSX.Element {
  return (
    <Card title={words.basics}>
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
          { term: words.registeredOn, text: day(person.registeredOn) },
        ]}
      />
    </Card>
  );
}

export function ContactCard({ person }: { person: Jobseeker }): JSX.Element {
  return (
    <Card title={words.contact} tone={person.safeContact ? 'warning' : 'plain'}>
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
    <Card title={words.careerAndCare}>
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
  none: words.notProtected,
  in_force: words.protectionValid,
  renewal_window: words.protectionRenewable,
  expired: words.protectionExpired,
} as const;

export function RegistrationCard({ person, today, mayRegister, mayProtect }: RegistrationCardProps): JSX.Element {
  const until = day(person.protectedUntil);
  const actions = (
    <>
      {mayRegister ? (
        <ButtonLink
          text={words.helloWorkRegistration}
          href={`/jobseekers/${person.id}/hello-work-registration`}
          variant="text"
          size="small"
        />
      ) : null}
      {mayProtect ? (
        <ButtonLink text={words.protection} href={`/jobseekers/${person.id}/protection`} variant="text" size="small" />
      ) : null}
    </>
  );
  return (
    <Card title={words.registrationAndProtection} actions={actions}>
      <KeyValues
        dense
        items={[
          { term: words.helloWorkNumber, text: person.helloWorkNumber },
          { term: words.helloWorkRegisteredOn, text: day(person.helloWorkRegisteredOn) },
          {
            term: words.protectionAsNamed,
            text: PROTECTION[protectionStatus(person.protectedUntil, today)],
            ...(until ? { note: fill(words.until, { day: until }) } : {}),
          },
        ]}
      />
    </Card>
  );
}
