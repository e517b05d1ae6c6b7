import { needsGuardian } from '#domain/consent';
import { categoriesShared, type SharingCategory } from '#domain/sharing';
import { type IsoDate, formatBoth } from '#kernel';
import { fill, ja } from '#messages';
import { ButtonLink, KeyValues, SignatureBoxes } from '#ui';
import { fullKana, fullName, type Jobseeker } from '../../../jobseekers/index.js';
import type { Site } from '../../../organisations/index.js';
import type { Html } from '../../../platform/http/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import type { PrepareConsentForm } from '../../dto/prepare-consent-form.dto.js';
import { consentSheet } from '../consent-form/consent-form.sheet.js';

const words = ja.screens.consents;

export interface UnsignedFormView {
  readonly person: Jobseeker;
  readonly site: Site;
  /** What is to be agreed, as far as it is decided. */
  readonly terms: PrepareConsentForm;
  /** What is asked for where nothing else is decided. */
  readonly proposed: readonly SharingCategory[];
  readonly today: IsoDate;
}

const { sheet, usual } = ja.consent;

/** The paper a person signs before anything is recorded: the terms printed, day and signatures left to the pen. */
export function unsignedForm(page: PageContext, { person, site, terms, proposed, today }: UnsignedFormView): Html {
  const { kind = 'participation', covers = '', categories, endsOn, sharedWithOrganisationId: chosen } = terms;
  const others = site.organisations
    .filter(({ id }) => id !== page.actor.organisationId && (chosen === undefined || id === chosen))
    .map(({ name }) => name);
  const guardian = needsGuardian(person, site.guardianAges[kind], today)
    ? [{ label: sheet.guardian, note: sheet.dayByHand }]
    : [];
  const signatures = (
    <>
      <KeyValues items={[{ term: words.name, text: `${fullName(person)}（${fullKana(person)}）` }]} />
      <SignatureBoxes
        boxes={[
          { label: sheet.own, note: sheet.dayByHand },
          ...guardian,
          { label: sheet.explainedBy, note: page.actor.organisationName },
        ]}
      />
    </>
  );
  return consentSheet(page, {
    kind,
    person,
    siteName: site.name,
    categories: categoriesShared(categories?.length ? categories : proposed),
    covers,
    today,
    signatures,
    purpose: terms.purpose ?? (kind === 'sharing' ? usual.sharingPurpose : usual.participationPurpose),
    // With several to choose from, the pen chooses.
    sharedBetween: fill(words.sharedBetweenAny, {
      organisation: page.actor.organisationName,
      tick: others.length === 1 ? '' : words.tickPartner,
      partners: others.map((name) => (others.length === 1 ? name : `□${name}`)).join('　'),
    }),
    period: `${sheet.fromSignature}${endsOn === undefined ? sheet.openEnd : fill(words.until, { day: formatBoth(endsOn) })}`,
    actions: (
      <ButtonLink
        text={words.afterSigning}
        href={`/jobseekers/${person.id}/consents/new?kind=${kind}`}
        variant="text"
      />
    ),
  });
}
