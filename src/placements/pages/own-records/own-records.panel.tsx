import { Injectable, type OnModuleInit } from '@nestjs/common';
import { may } from '#access';
import { placementState } from '#domain/placement';
import { formatWareki, type IsoDate } from '#kernel';
import { ja } from '#messages';
import { Card, Table } from '#ui';
import { type Jobseeker, type PersonPanel, PersonPanels } from '../../../jobseekers/index.js';
import type { PageContext } from '../../../platform/pages/index.js';
import { type HiddenRecords, PlacementsService } from '../../placements.service.js';

const words = ja.screens.placements;

/** Below the periods of support. */
const POSITION = 15;

/** A record as a line of the panel. */
interface Line {
  readonly noun: string;
  readonly name: string;
  readonly on: IsoDate;
  readonly state: string;
  readonly href: string;
}

/**
 * 自機関の紹介・採用・就職 on a person's page, where their case is out of sight: whoever registered the person as a job seeker
 * keeps the way to what the own organisation wrote.
 */
@Injectable()
export class OwnRecordsPanel implements PersonPanel, OnModuleInit {
  readonly position = POSITION;

  constructor(
    private readonly panels: PersonPanels,
    private readonly placements: PlacementsService,
  ) {}

  onModuleInit(): void {
    this.panels.add(this);
  }

  async render(page: PageContext, person: Jobseeker): Promise<JSX.Element> {
    const lines = may(page.actor, 'referral.read')
      ? linesOf(await this.placements.ofHiddenCases(page.actor, person.id))
      : [];
    if (lines.length === 0) return '';
    return (
      <Card title={words.ownRecords} id="own-records">
        <p class="muted">{words.hiddenCase}</p>
        <Table
          caption={words.ownRecords}
          captionHidden
          dense
          phone="cards"
          rows={lines}
          empty=""
          columns={[
            { header: words.employer, rowHeader: true, text: ({ name }: Line) => name, href: ({ href }: Line) => href },
            { header: words.record, text: ({ noun }: Line) => noun },
            { header: words.date, text: ({ on }: Line) => formatWareki(on) },
            { header: words.situation, text: ({ state }: Line) => state },
          ]}
        />
      </Card>
    );
  }
}

function linesOf({ referrals, offers, placements }: HiddenRecords): Line[] {
  return [
    ...referrals.map(({ id, employerName, askedOn, outcome }) => ({
      noun: words.referral,
      name: employerName,
      on: askedOn,
      state: ja.codes.referralOutcome[outcome],
      href: `/referrals/${id}`,
    })),
    ...offers.map(({ id, employerName, receivedOn, status }) => ({
      noun: words.offer,
      name: employerName,
      on: receivedOn,
      state: ja.codes.offerStatus[status],
      href: `/offers/${id}`,
    })),
    ...placements.map((placement) => ({
      noun: words.placement,
      name: placement.workplaceName,
      on: placement.startsOn,
      state: ja.placement.state[placementState(placement)],
      href: `/placements/${placement.id}`,
    })),
  ].sort((one, other) => one.on.localeCompare(other.on));
}
