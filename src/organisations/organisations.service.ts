import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { differences, InvalidInput, NotFound, refuseBlocked } from '#kernel';
import {
  type TellWanted,
  tellMessage,
  type ToldStaff,
  type Transaction,
  UnitOfWork,
} from '../platform/unit-of-work/index.js';
import type { AddOrganisation } from './dto/site.dto.js';
import { type OrganisationProposal, OrganisationsRepository } from './organisations.repository.js';

type Tx = Transaction<StaffActor>;

/** What became of an organisation that was to be added: it takes part, or others are asked first. */
export interface AddedOrganisation {
  readonly id: number | null;
  readonly proposalId: string | null;
}

/**
 * 機関 of a site. A new one of one's own side is entered at once; one of the other side is that side's to confirm, and one that works elsewhere
 * agrees itself, by its own administrator at whichever site.
 */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly organisations: OrganisationsRepository,
  ) {}

  /** @throws InvalidInput `code_taken`, `organisation_of_other_side`; Blocked `organisation_proposal_one_waiting` */
  add(actor: StaffActor, input: AddOrganisation, idempotencyKey?: string): Promise<AddedOrganisation> {
    return this.work.write(actor, { purpose: 'organisation.add', idempotencyKey }, async (tx) => {
      const { code, name, side } = input;
      const known = await this.organisations.withCode(tx, code);
      if (known?.isHere === true) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      if (known && known.side !== side)
        throw new InvalidInput([{ field: 'side', code: 'organisation_of_other_side', params: { code } }]);
      if (known || side !== actor.side) return this.propose(tx, input, known?.id ?? null);
      const id = await this.organisations.enter(tx, code, name);
      if (id === undefined) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      tx.record({
        kind: 'organisation.added',
        subject: { type: 'organisation', id: String(id) },
        changes: differences({}, { code, name, side }),
      });
      return { id, proposalId: null };
    });
  }

  /** Those that wait for somebody, at the site or for one's own organisation. */
  proposals(actor: StaffActor): Promise<OrganisationProposal[]> {
    return this.work.read(actor, (tx) => this.organisations.proposals(tx));
  }

  /**
   * Agrees, for one's side at the site or for one's own organisation; once nobody is asked any more, it takes part.
   * @throws NotFound; Blocked `organisation_proposal_of_another`; InvalidInput `code_taken`
   */
  async confirm(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'organisation.confirm' }, async (tx) => {
      const proposal = await this.get(tx, id);
      refuseBlocked(proposal.mayConfirm ? [] : [{ code: 'organisation_proposal_of_another' }]);
      const joined = await this.organisations.confirm(tx, id);
      // Somebody was quicker, or the code went to an organisation entered since.
      if (joined === null) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      tx.record({
        kind: 'organisation.confirmed',
        subject: { type: 'organisation_proposal', id },
        changes: { code: { from: null, to: proposal.code } },
      });
      if (joined === 0) return;
      tx.record({ kind: 'organisation.added', subject: { type: 'organisation', id: String(joined) } });
      tell(tx, 'organisation_joined', id, [{ role: 'site_administrator', siteId: proposal.siteId }]);
    });
  }

  /** Says no, or takes it back where it was one's own organisation's. @throws NotFound; Blocked `organisation_proposal_of_another` */
  async refuse(actor: StaffActor, id: string): Promise<void> {
    await this.work.write(actor, { purpose: 'organisation.refuse' }, async (tx) => {
      const proposal = await this.get(tx, id);
      const isOwn = proposal.proposedByOrganisationId === actor.organisationId;
      refuseBlocked(isOwn || proposal.mayConfirm ? [] : [{ code: 'organisation_proposal_of_another' }]);
      if (!(await this.organisations.end(tx, id, isOwn ? 'withdrawn' : 'refused')))
        throw new NotFound('organisation_proposal');
      tx.record({
        kind: 'organisation.refused',
        subject: { type: 'organisation_proposal', id },
        changes: { code: { from: null, to: proposal.code } },
      });
      tell(tx, 'organisation_refused', id, [{ role: 'site_administrator', siteId: proposal.siteId }]);
    });
  }

  private async propose(
    tx: Tx,
    { code, name, side }: AddOrganisation,
    organisationId: number | null,
  ): Promise<AddedOrganisation> {
    const proposalId = await this.organisations.propose(tx, { organisationId, code, name, side });
    tx.record({
      kind: 'organisation.proposed',
      subject: { type: 'organisation_proposal', id: proposalId },
      changes: differences({}, { code, name, side }),
    });
    tell(tx, 'organisation_proposed', proposalId, [
      ...(side === tx.actor.side ? [] : await this.organisations.administratorsOfSide(tx, side)),
      ...(organisationId === null ? [] : [{ role: 'site_administrator' as const, organisationId }]),
    ]);
    return { id: null, proposalId };
  }

  private async get(tx: Tx, id: string): Promise<OrganisationProposal> {
    const found = await this.organisations.proposal(tx, id);
    if (!found) throw new NotFound('organisation_proposal');
    return found;
  }
}

function tell(tx: Tx, kind: TellWanted['kind'], subjectId: string, to: readonly ToldStaff[]): void {
  tx.send(tellMessage({ kind, subjectType: 'organisation_proposal', subjectId, to, except: tx.actor.staffId }));
}
