import { Injectable } from '@nestjs/common';
import type { StaffActor } from '#access';
import { differences, InvalidInput, NotFound, refuseBlocked, refuseInvalid } from '#kernel';
import { notBefore } from '#domain/fields';
import { deskClosingProblems, NO_DESK } from '#domain/organisation';
import { isOptionalStep } from '#domain/support-case';
import { type Transaction, UnitOfWork } from '../platform/unit-of-work/index.js';
import { REASON_STEP } from './default-reasons.js';
import type { AddReason, EditReason } from './dto/reason.dto.js';
import type {
  AddDesk,
  AddOrganisation,
  AddProgramme,
  AgreementFields,
  EditAgreement,
  EditCouncil,
  EditDesk,
  EditProgramme,
  RenameOrganisation,
} from './dto/site.dto.js';
import { type CaseAtDesk, DeskCases } from './desk-cases.js';
import { OrganisationsRepository } from './organisations.repository.js';
import { type AddedOrganisation, OrganisationsService } from './organisations.service.js';
import { type SiteFile, SiteFileRepository } from './site-file.repository.js';

/** Parts that are added one by one and edited each for itself. */
type Table = 'agreement' | 'organisation' | 'desk' | 'programme' | 'reason';
/** An organisation is entered by OrganisationsService: who has to agree depends on whose it is. */
type AddedTable = Exclude<Table, 'organisation'>;

/** 協定, 運営協議会, 機関, 窓口, 事業, 理由: the parts of a site, each edited on the version that was read. */
@Injectable()
export class SitePartsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly files: SiteFileRepository,
    private readonly deskCases: DeskCases,
    private readonly organisations: OrganisationsRepository,
    private readonly entering: OrganisationsService,
  ) {}

  /** @throws InvalidInput `end_before_start` */
  addAgreement(actor: StaffActor, input: AgreementFields, idempotencyKey?: string): Promise<{ id: number }> {
    refuseDisorder(input);
    return this.add(actor, 'agreement', idempotencyKey, () => ({ site_id: actor.siteId, ...agreementColumns(input) }));
  }

  /** @throws StaleEdit; NotFound; InvalidInput `end_before_start` */
  editAgreement(actor: StaffActor, id: number, { version, ...input }: EditAgreement): Promise<void> {
    refuseDisorder(input);
    return this.edit(actor, 'agreement', (site) => site.agreements, id, version, agreementColumns(input));
  }

  /** Founds the council or changes it, members and all. @throws StaleEdit */
  async editCouncil(actor: StaffActor, { version, members, ...input }: EditCouncil): Promise<void> {
    await this.work.write(actor, { purpose: 'council.edit' }, async (tx) => {
      const { council: before } = await this.files.get(tx);
      const columns = { name: input.name, chair: input.chair ?? '', meets: input.meets ?? '' };
      if (before) await this.files.update(tx, 'council', before.id, version, columns);
      const id = before?.id ?? (await this.files.insert(tx, 'council', { site_id: actor.siteId, ...columns }));
      if (id === undefined) throw new NotFound('council');
      await tx.sql('DELETE FROM council_member WHERE council_id = $1', [id]);
      await tx.sql(
        `INSERT INTO council_member (council_id, organisation_name, post) SELECT $1, m."organisationName", m.post
          FROM jsonb_to_recordset($2::jsonb) AS m("organisationName" text, post text)`,
        [id, JSON.stringify(members)],
      );
      tx.record({
        kind: 'council.edited',
        subject: { type: 'council', id: String(id) },
        changes: differences({ ...before }, { ...columns, members }),
      });
    });
  }

  /** @throws as OrganisationsService.add */
  addOrganisation(actor: StaffActor, input: AddOrganisation, idempotencyKey?: string): Promise<AddedOrganisation> {
    return this.entering.add(actor, input, idempotencyKey);
  }

  /**
   * The side stays: what its staff may do hangs on it. The administrators of every site where it takes part are told; the name it had stays readable.
   * @throws StaleEdit; NotFound; Blocked `organisation_of_another`
   */
  renameOrganisation(actor: StaffActor, id: number, { name, version }: RenameOrganisation): Promise<void> {
    return this.edit(
      actor,
      'organisation',
      (site) => site.organisations,
      id,
      version,
      { name },
      (tx, site) => this.organisations.renamed(tx, id, site, name),
      (site) => {
        const isOwned = site.organisations.some((organisation) => organisation.id === id && organisation.mayRename);
        refuseBlocked(isOwned ? [] : [{ code: 'organisation_of_another' }]);
      },
    );
  }

  /** @throws InvalidInput `code_taken` */
  addDesk(actor: StaffActor, { code, name }: AddDesk, idempotencyKey?: string): Promise<{ id: number }> {
    return this.add(actor, 'desk', idempotencyKey, () => ({ site_id: actor.siteId, code, name }));
  }

  /**
   * Closing a desk moves the running cases at it, at once, to where it is said.
   * @throws StaleEdit; NotFound; InvalidInput `desk_has_open_cases`, `not_one_of` (where they go)
   */
  editDesk(actor: StaffActor, id: number, { name, closedOn, moveCasesTo, version }: EditDesk): Promise<void> {
    const columns = { name, closed_on: closedOn ?? null };
    return this.edit(
      actor,
      'desk',
      (site) => site.desks,
      id,
      version,
      columns,
      async (tx, { desks }) => {
        if (closedOn === undefined) return;
        const openCases = (await this.deskCases.at(tx, id)).length;
        refuseInvalid(deskClosingProblems({ deskId: id, openCases, moveCasesTo: moveCasesTo ?? null }, desks));
        if (openCases > 0) await this.deskCases.move(tx, id, moveCasesTo === NO_DESK ? null : (moveCasesTo ?? null));
      },
    );
  }

  /** The running cases at a desk, by number. */
  casesAt(actor: StaffActor, deskId: number): Promise<CaseAtDesk[]> {
    return this.work.read(actor, (tx) => this.deskCases.at(tx, deskId));
  }

  /** @throws InvalidInput `code_taken`, `not_one_of` (steps) */
  addProgramme(
    actor: StaffActor,
    { code, name, optionalSteps, usualCategories }: AddProgramme,
    idempotencyKey?: string,
  ): Promise<{ id: number }> {
    refuseUnknownSteps(optionalSteps);
    return this.add(actor, 'programme', idempotencyKey, (site) => ({
      site_id: actor.siteId,
      code,
      name,
      optional_steps: optionalSteps,
      usual_categories: usualCategories,
      position: site.programmes.length,
    }));
  }

  /** @throws StaleEdit; NotFound; InvalidInput `not_one_of` */
  editProgramme(
    actor: StaffActor,
    id: number,
    { name, optionalSteps, usualCategories, version }: EditProgramme,
  ): Promise<void> {
    refuseUnknownSteps(optionalSteps);
    return this.edit(actor, 'programme', (site) => site.programmes, id, version, {
      name,
      optional_steps: optionalSteps,
      usual_categories: usualCategories,
    });
  }

  /** Comes last in the list unless its place is said. @throws InvalidInput `code_taken` */
  addReason(
    actor: StaffActor,
    { code, name, occasions, position }: AddReason,
    idempotencyKey?: string,
  ): Promise<{ id: number }> {
    return this.add(actor, 'reason', idempotencyKey, ({ reasons }) => ({
      site_id: actor.siteId,
      code,
      name,
      occasions,
      position: position ?? (reasons.at(-1)?.position ?? 0) + REASON_STEP,
    }));
  }

  /** Records keep a reason that is retired or serves other occasions from now on. @throws StaleEdit; NotFound */
  editReason(
    actor: StaffActor,
    id: number,
    { name, occasions, position, retiredOn, version }: EditReason,
  ): Promise<void> {
    return this.edit(actor, 'reason', (site) => site.reasons, id, version, {
      name,
      occasions,
      ...(position === undefined ? {} : { position }),
      retired_on: retiredOn ?? null,
    });
  }

  private add(
    actor: StaffActor,
    table: AddedTable,
    idempotencyKey: string | undefined,
    columns: (site: SiteFile) => Readonly<Record<string, unknown>>,
  ): Promise<{ id: number }> {
    return this.work.write(actor, { purpose: `${table}.add`, idempotencyKey }, async (tx) => {
      const values = columns(await this.files.get(tx));
      const id = await this.files.insert(tx, table, values);
      if (id === undefined) throw new InvalidInput([{ field: 'code', code: 'code_taken' }]);
      tx.record({ kind: `${table}.added`, subject: { type: table, id: String(id) }, changes: differences({}, values) });
      return { id };
    });
  }

  private edit(
    actor: StaffActor,
    table: Table,
    partsOf: (site: SiteFile) => readonly { readonly id: number }[],
    id: number,
    version: number,
    columns: Readonly<Record<string, unknown>>,
    then?: (tx: Transaction<StaffActor>, site: SiteFile) => Promise<void>,
    refuse?: (site: SiteFile) => void,
  ): Promise<void> {
    return this.work.write(actor, { purpose: `${table}.edit` }, async (tx) => {
      const site = await this.files.get(tx);
      const before = partsOf(site).find((part) => part.id === id);
      if (!before) throw new NotFound(table);
      refuse?.(site);
      await this.files.update(tx, table, id, version, columns);
      await then?.(tx, site);
      tx.record({
        kind: `${table}.edited`,
        subject: { type: table, id: String(id) },
        changes: differences(asColumns(before), columns),
      });
    });
  }
}

const agreementColumns = ({ concludedOn, parties, summary, endsOn }: AgreementFields): Record<string, unknown> => ({
  concluded_on: concludedOn,
  parties,
  summary: summary ?? '',
  ends_on: endsOn ?? null,
});

/** `closedOn` → `closed_on`: the audit speaks of columns. */
function asColumns(part: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(part).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

function refuseDisorder({ concludedOn, endsOn }: AgreementFields): void {
  refuseInvalid(notBefore('endsOn', endsOn, concludedOn, 'end_before_start'));
}

function refuseUnknownSteps(steps: readonly string[]): void {
  if (!steps.every(isOptionalStep)) throw new InvalidInput([{ field: 'optionalSteps', code: 'not_one_of' }]);
}
