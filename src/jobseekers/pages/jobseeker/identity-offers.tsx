import { type IsoDate, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Button, Form, Inline, KeyValues, Notice } from '#ui';
import type { PageContext } from '../../../platform/pages/index.js';
import type { IdentityOffer, Jobseeker, PersonIdentity } from '../../jobseekers.repository.js';

const words = ja.screens.jobseekers;
const label = ja.jobseeker.field;

const COMPARED = [
  'familyName',
  'givenName',
  'familyKana',
  'givenKana',
  'formerName',
  'birthDate',
  'ageBand',
] as const satisfies readonly (keyof PersonIdentity)[];

const shown = (name: (typeof COMPARED)[number], { [name]: value }: PersonIdentity): string => {
  if (value === null) return words.nothingRecorded;
  if (name === 'birthDate') return formatWareki(value as IsoDate);
  return name === 'ageBand' ? ja.jobseeker.ageBand[value as keyof typeof ja.jobseeker.ageBand] : value;
};

interface IdentityOffersProps {
  readonly page: PageContext;
  readonly person: Jobseeker;
  readonly offers: readonly IdentityOffer[];
}

/** What other organisations know the person by, where it differs: taken over or not, as one decides. */
export function IdentityOffers({ page, person, offers }: IdentityOffersProps): JSX.Element {
  return (
    <>
      {offers.map((offer) => (
        <Notice tone="info" title={fill(words.identityOffered, { organisation: offer.organisationName })}>
          <KeyValues
            items={COMPARED.filter((name) => offer[name] !== person[name]).map((name) => ({
              term: label[name],
              text: fill(words.identityDiffers, { own: shown(name, person), other: shown(name, offer) }),
            }))}
          />
          <Form
            action={`/jobseekers/${person.id}/identity-comparisons`}
            csrfToken={page.csrfToken}
            hidden={{ organisationId: offer.organisationId }}
          >
            <Inline>
              <Button text={words.takeIdentityOver} name="takeOver" value="true" variant="secondary" />
              <Button text={words.keepOwnIdentity} name="takeOver" value="false" variant="text" />
            </Inline>
          </Form>
        </Notice>
      ))}
    </>
  );
}
