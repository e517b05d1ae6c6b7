import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '#access';
import { CONSENT_KINDS, statusOfConsent, waitsFor } from '#domain/consent';
import { type IsoDate, formatWareki } from '#kernel';
import { fill, ja } from '#messages';
import { Badge, ButtonLink, Card, Link, Table } from '#ui';
import { type Jobseeker, type PersonPanel, PersonPanels, SharingGrantsRepository } from '../../jobseekers/index.js';
import { SitesRepository } from '../../organisations/index.js';
import type { PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { ConsentsRepository, type RecordedConsent } from '../consents.repository.js';
import { categoriesText } from './consent-words.js';

const words = ja.screens.consents;

const POSITION = 20;

/** 同意 on a person's page. */
@Injectable()
export class ConsentsPanel implements PersonPanel, OnModuleInit {
  readonly position = POSITION;

  constructor(
    private readonly panels: PersonPanels,
    private readonly consents: ConsentsRepository,
    private readonly grants: SharingGrantsRepository,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.panels.add(this);
  }

  async render(page: PageContext, person: Jobseeker): Promise<JSX.Element> {
    const { consents, site, toConfirm } = await this.work.read(page.actor, async (tx) => ({
      consents: await this.consents.of(tx, person.id),
      site: await this.sites.current(tx),
      toConfirm: await this.grants.toConfirm(tx, person.id),
    }));
    const today = this.work.clock.today();
    const organisations = new Map(site.organisations.map(({ id, name }) => [id, name]));
    const mayWithdraw = may(page.actor, 'consent.withdraw');
    return (
      <Card
        title={words.consent}
        id="consents"
        actions={may(page.actor, 'consent.record') ? <ConsentActions href={`/jobseekers/${person.id}`} /> : null}
      >
        <Table
          caption={words.consents}
          captionHidden
          dense
          phone="cards"
          rows={consents}
          empty={words.noneYet}
          columns={[
            { header: words.consent, rowHeader: true, text: ({ kind }: RecordedConsent) => ja.codes.consentKind[kind] },
            {
              header: words.status,
              cell: (consent: RecordedConsent) => (
                <>
                  <ConsentStatusBadge consent={consent} person={person} today={today} />
                  <OtherSide consent={consent} page={page} today={today} />
                </>
              ),
            },
            { header: words.period, text: periodText },
            {
              header: words.partner,
              cell: ({ id, categories, sharedWithOrganisationId: other, organisationId: one }: RecordedConsent) =>
                other === null ? null : (
                  <>
                    <span safe>{`${organisations.get(one) ?? ''}・${organisations.get(other) ?? ''}`}</span>
                    <br />
                    <span class="muted" safe>
                      {categoriesText(categories)}
                    </span>{' '}
                    {toConfirm.has(id) ? <Badge text={words.toConfirm} tone="warning" /> : null}
                  </>
                ),
            },
            { header: words.method, text: ({ method }: RecordedConsent) => ja.consent.method[method] },
            {
              header: words.act,
              cell: ({ id, kind, withdrawnOn }: RecordedConsent) => (
                <>
                  <Link href={`/consents/${id}/print`} text={words.form} context={ja.codes.consentKind[kind]} />{' '}
                  {mayWithdraw && withdrawnOn === null && kind === 'sharing' ? (
                    <>
                      <Link href={`/consents/${id}/categories`} text={words.narrowing} />{' '}
                    </>
                  ) : null}
                  {mayWithdraw && withdrawnOn === null ? (
                    <Link
                      href={`/consents/${id}/withdrawal`}
                      text={words.withdrawal}
                      context={ja.codes.consentKind[kind]}
                    />
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </Card>
    );
  }
}

function ConsentActions({ href }: { href: string }): JSX.Element {
  return (
    <>
      <ButtonLink text={words.ledger} href={`${href}/sharing`} variant="text" size="small" />
      {CONSENT_KINDS.map((kind) => (
        <ButtonLink
          text={fill(words.unsignedForm, { kind: ja.codes.consentKind[kind] })}
          href={`${href}/consents/unsigned?kind=${kind}`}
          variant="text"
          size="small"
          icon="print"
        />
      ))}
      <ButtonLink text={words.record} href={`${href}/consents/new`} variant="text" size="small" />
    </>
  );
}

/** How the organisation named in a consent stands to opening its records by it. */
function OtherSide({
  consent,
  page,
  today,
}: {
  consent: RecordedConsent;
  page: PageContext;
  today: IsoDate;
}): JSX.Element {
  const { id, otherSide, otherSideUntil, otherSideReason, withdrawnOn } = consent;
  if (otherSide === null || otherSide === 'recorded_itself' || withdrawnOn !== null) return '';
  if (waitsFor(consent, page.actor.organisationId, today))
    return <Link href={`/sharing-confirmations#consent-${id}`} text={words.confirmNow} />;
  const isLapsed = otherSide === 'waiting' && otherSideUntil !== null && otherSideUntil < today;
  return (
    <span class="cell-line muted" safe>
      {isLapsed
        ? words.confirmationLapsed
        : fill(words.otherSide[otherSide], {
            day: formatWareki(otherSideUntil ?? today),
            reason: otherSideReason ?? '',
          })}
    </span>
  );
}

function ConsentStatusBadge({
  consent,
  person,
  today,
}: {
  consent: RecordedConsent;
  person: Jobseeker;
  today: IsoDate;
}): JSX.Element {
  const status = statusOfConsent(consent, today, person);
  return <Badge text={ja.consent.status[status]} tone={status === 'in_force' ? 'success' : 'neutral'} />;
}

function periodText({ givenOn, endsOn, withdrawnOn }: RecordedConsent): string {
  if (withdrawnOn !== null)
    return fill(words.fromAndWithdrawn, { from: formatWareki(givenOn), withdrawn: formatWareki(withdrawnOn) });
  return fill(words.from, {
    day: formatWareki(givenOn),
    end: endsOn === null ? '' : fill(words.until, { day: formatWareki(endsOn) }),
  });
}
