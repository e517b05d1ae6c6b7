import { type IsoDate, formatBoth, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { KeyValues } from '#ui';
import { fullKana, fullName, type Jobseeker } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';
import { consentSheet } from './consent-form.sheet.js';

const words = ja.screens.consents;

export interface ConsentFormView {
  readonly consent: RecordedConsent;
  readonly person: Jobseeker;
  readonly site: Site;
  readonly today: IsoDate;
}

/** What was agreed and recorded, on paper. */
export function consentForm(page: PageContext, { consent, person, site, today }: ConsentFormView): Html {
  const organisation = (id: number | null): string => site.organisations.find((one) => one.id === id)?.name ?? '';
  const { kind, purpose, categories, covers, givenOn, endsOn, guardianName, withdrawnOn } = consent;
  const guardian =
    guardianName === null
      ? []
      : [
          { term: words.guardianName, text: guardianName },
          { term: words.guardianSignature, text: '　' },
        ];
  const signatures = (
    <>
      <KeyValues
        items={[
          { term: words.methodOfConsent, text: ja.consent.method[consent.method] },
          { term: words.givenOn, text: formatWareki(givenOn) },
          { term: words.name, text: `${fullName(person)}（${fullKana(person)}）` },
          { term: words.signature, text: '　' },
          ...guardian,
        ]}
      />
      {withdrawnOn === null ? null : <p safe>{fill(words.withdrawnOnDay, { day: formatWareki(withdrawnOn) })}</p>}
    </>
  );
  return consentSheet(page, {
    kind,
    person,
    siteName: site.name,
    purpose,
    categories,
    covers,
    today,
    signatures,
    sharedBetween: fill(words.sharedBetween, {
      organisation: organisation(consent.organisationId),
      partner: organisation(consent.sharedWithOrganisationId),
    }),
    period: fill(words.from, {
      day: formatBoth(givenOn),
      end: endsOn === null ? ja.consent.sheet.openEnd : fill(words.until, { day: formatBoth(endsOn) }),
    }),
  });
}
