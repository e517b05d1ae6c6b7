import { type IsoDate, formatBoth, formatWareki } from '#kernel';
import { ja } from '#messages';
import { KeyValues } from '#ui';
import { fullKana, fullName, type Jobseeker } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import type { RecordedConsent } from '../../consents.repository.js';
import { consentSheet } from './consent-form.sheet.js';

export interface ConsentFormView {
  readonly consent: RecordedConsent;
  readonly person: Jobseeker;
  readonly site: Site;
  readonly today: IsoDate;
}

/** What was agreed and recorded, on paper. */
export function consentForm(page: PageContext, { consent, person, site, today }: ConsentFormView): Html {
  const organisation = (id: number | null): string => site.organisations.find((one) => one.id === id)?.name ?? '';
  const { kind, purpose, covers, givenOn, endsOn, guardianName, withdrawnOn } = consent;
  const guardian =
    guardianName === null
      ? []
      : [
          { term: '保護者の氏名', text: guardianName },
          { term: '保護者の署名', text: '　' },
        ];
  const signatures = (
    <>
      <KeyValues
        items={[
          { term: '同意の方法', text: ja.consent.method[consent.method] },
          { term: '同意した日', text: formatWareki(givenOn) },
          { term: '氏名', text: `${fullName(person)}（${fullKana(person)}）` },
          { term: '署名', text: '　' },
          ...guardian,
        ]}
      />
      {withdrawnOn === null ? null : <p safe>{`この同意は${formatWareki(withdrawnOn)}に撤回されました。`}</p>}
    </>
  );
  return consentSheet(page, {
    kind,
    person,
    siteName: site.name,
    purpose,
    covers,
    today,
    signatures,
    sharedBetween: `${organisation(consent.organisationId)}と${organisation(consent.sharedWithOrganisationId)}`,
    period: `${formatBoth(givenOn)}から${endsOn === null ? ja.consent.sheet.openEnd : `${formatBoth(endsOn)}まで`}`,
  });
}
