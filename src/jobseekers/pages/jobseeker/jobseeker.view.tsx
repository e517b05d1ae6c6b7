import { may } from '#access';
import { clocksOn, groupsOn, isProtected } from '#domain/jobseeker';
import { type IsoDate, formatBoth, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, ButtonLink, ClockBadge, Columns, Inline, Notice, PageHeading, ProtectedBadge, Stack } from '#ui';
import type { Html } from '../../../platform/http/index.js';
import { type PageContext, renderPage } from '../../../platform/pages/index.js';
import type { PersonFile } from '../../jobseekers.service.js';
import { unshared } from '../person-fieldset.js';
import { ageText, fullKana, fullName, groupName } from '../person-words.js';
import { BenefitsCard, GroupsCard } from './dated-cards.js';
import { BasicsCard, BackgroundCard, ContactCard, RegistrationCard } from './fact-cards.js';
import { IdentityOffers } from './identity-offers.js';
import { WishesCard } from './wishes-card.js';

const words = ja.screens.jobseekers;

export interface PersonView {
  readonly file: PersonFile;
  /** Cards of the rooms built on this one. */
  readonly panels: JSX.Element[];
  readonly today: IsoDate;
}

export function personPage(page: PageContext, { file, panels, today }: PersonView): Html {
  const { person, inSight, offers, groups, wishes, benefits } = file;
  const href = `/jobseekers/${person.id}`;
  const mayEdit = may(page.actor, 'jobseeker.edit');
  const lead = [
    fullKana(person),
    ageText(person, today),
    person.birthDate && formatBoth(person.birthDate),
    fill(words.numberOf, { number: person.number }),
  ]
    .filter(Boolean)
    .join('　');
  const clocks = clocksOn(benefits, today);
  const children = (
    <Stack>
      <PageHeading
        title={fullName(person)}
        lead={lead}
        back={{ text: words.jobseeker, href: '/jobseekers' }}
        actions={
          <>
            {may(page.actor, 'consultation.log') ? (
              <ButtonLink
                text={words.logConsultation}
                href={`/consultations/new?jobseeker=${person.id}`}
                variant="primary"
              />
            ) : null}
            {mayEdit ? <ButtonLink text={words.change} href={`${href}/edit`} /> : null}
          </>
        }
      />
      <Inline>
        {isProtected(person.protectedUntil, today) && person.protectedUntil ? (
          <ProtectedBadge until={formatWareki(person.protectedUntil)} />
        ) : null}
        {groupsOn(groups, today).map((code) => (
          <Badge text={groupName(code)} />
        ))}
        {clocks.map(({ name, daysLeft }) => (
          <ClockBadge label={name} daysLeft={daysLeft} />
        ))}
      </Inline>
      {unshared(inSight) ? (
        <Notice tone="info" text={fill(words.notShared, { categories: unshared(inSight) })} />
      ) : null}
      {mayEdit ? <IdentityOffers page={page} person={person} offers={offers} /> : null}
      <Columns layout="aside">
        <Stack>
          {panels}
          <WishesCard href={href} wishes={wishes} mayEdit={mayEdit} />
          <BackgroundCard person={person} />
          <BenefitsCard
            href={href}
            benefits={benefits}
            today={today}
            own={page.actor.organisationId}
            mayEdit={mayEdit}
          />
          <GroupsCard href={href} groups={groups} mayEdit={mayEdit} />
        </Stack>
        <Stack>
          <BasicsCard person={person} />
          <ContactCard person={person} />
          <RegistrationCard
            person={person}
            today={today}
            mayRegister={may(page.actor, 'registration.record')}
            mayProtect={mayEdit}
          />
        </Stack>
      </Columns>
    </Stack>
  );
  return renderPage(page, { title: fullName(person), width: 'wide', children });
}
