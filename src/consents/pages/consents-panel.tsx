import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '#access';
import { CONSENT_KINDS, standingOf } from '#domain/consent';
import { type IsoDate, formatWareki } from '#kernel';
import { ja } from '#messages';
import { Badge, ButtonLink, Card, Link, Table } from '#ui';
import { type Jobseeker, type PersonPanel, PersonPanels } from '../../jobseekers/index.js';
import { SitesRepository } from '../../organisations/index.js';
import type { PageContext } from '../../platform/pages/index.js';
import { UnitOfWork } from '../../platform/unit-of-work/index.js';
import { ConsentsRepository, type RecordedConsent } from '../consents.repository.js';

const POSITION = 20;

/** 同意 on a person's page. */
@Injectable()
export class ConsentsPanel implements PersonPanel, OnModuleInit {
  readonly position = POSITION;

  constructor(
    private readonly panels: PersonPanels,
    private readonly consents: ConsentsRepository,
    private readonly sites: SitesRepository,
    private readonly work: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.panels.add(this);
  }

  async render(page: PageContext, person: Jobseeker): Promise<JSX.Element> {
    const [consents, site] = await this.work.read(
      page.actor,
      async (tx) => [await this.consents.of(tx, person.id), await this.sites.current(tx)] as const,
    );
    const today = this.work.clock.today();
    const organisations = new Map(site.organisations.map(({ id, name }) => [id, name]));
    const mayWithdraw = may(page.actor, 'consent.withdraw');
    return (
      <Card
        title="同意"
        id="consents"
        actions={
          may(page.actor, 'consent.record') ? <ConsentActions href={`/jobseekers/${person.id}/consents`} /> : null
        }
      >
        <Table
          caption="同意の記録"
          captionHidden
          dense
          phone="cards"
          rows={consents}
          empty="同意はまだ記録されていません。"
          columns={[
            { header: '同意', rowHeader: true, text: ({ kind }: RecordedConsent) => ja.codes.consentKind[kind] },
            {
              header: '状態',
              cell: (consent: RecordedConsent) => <Standing consent={consent} person={person} today={today} />,
            },
            { header: '期間', text: periodText },
            {
              header: '共有先',
              text: ({ sharedWithOrganisationId: other, organisationId: one }: RecordedConsent) =>
                other === null ? '' : `${organisations.get(one) ?? ''}・${organisations.get(other) ?? ''}`,
            },
            { header: '方法', text: ({ method }: RecordedConsent) => ja.consent.method[method] },
            {
              header: '操作',
              cell: ({ id, kind, withdrawnOn }: RecordedConsent) => (
                <>
                  <Link href={`/consents/${id}/print`} text="同意書" context={ja.codes.consentKind[kind]} />{' '}
                  {mayWithdraw && withdrawnOn === null ? (
                    <Link href={`/consents/${id}/withdraw`} text="撤回" context={ja.codes.consentKind[kind]} />
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
      {CONSENT_KINDS.map((kind) => (
        <ButtonLink
          text={`${ja.codes.consentKind[kind]}の同意書（署名用）`}
          href={`${href}/unsigned?kind=${kind}`}
          variant="text"
          size="small"
          icon="print"
        />
      ))}
      <ButtonLink text="同意を記録" href={`${href}/new`} variant="text" size="small" />
    </>
  );
}

function Standing({
  consent,
  person,
  today,
}: {
  consent: RecordedConsent;
  person: Jobseeker;
  today: IsoDate;
}): JSX.Element {
  const standing = standingOf(consent, today, person);
  return <Badge text={ja.consent.standing[standing]} tone={standing === 'in_force' ? 'success' : 'neutral'} />;
}

function periodText({ givenOn, endsOn, withdrawnOn }: RecordedConsent): string {
  if (withdrawnOn !== null) return `${formatWareki(givenOn)}から（${formatWareki(withdrawnOn)}撤回）`;
  return `${formatWareki(givenOn)}から${endsOn === null ? '' : `${formatWareki(endsOn)}まで`}`;
}
