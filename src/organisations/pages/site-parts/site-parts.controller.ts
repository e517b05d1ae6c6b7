import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { NotFound, refuseBlocked } from '#kernel';
import { fill, ja } from '#messages';
import { type Html, IdempotencyKey, Permit, RowIdPipe, type SeeOther, seeOther } from '../../../platform/http/index.js';
import { ForPage, formState, type FormState, type PageContext, withDates } from '../../../platform/pages/index.js';
import { SitePartsService } from '../../site-parts.service.js';
import { SiteService } from '../../site.service.js';
import { siteFormPage } from '../form-page.js';
import { PART_FORMS, type PartForm } from './part-forms.js';

const words = ja.screens.organisations;

type Typed = Record<string, unknown>;

/** 協定, 機関, 窓口, 事業, 理由: adding and editing one of them. */
@Permit('site.manage')
@Controller('site/:part')
export class SitePartPageController {
  constructor(
    private readonly site: SiteService,
    private readonly parts: SitePartsService,
  ) {}

  @Get('new')
  blank(@ForPage() page: PageContext, @Param('part') part: string): Html {
    return newPage(page, part, formState({}));
  }

  @Post()
  @HttpCode(200)
  async add(
    @ForPage() page: PageContext,
    @Param('part') part: string,
    @Body() body: Typed,
    @IdempotencyKey() key?: string,
  ): Promise<Html | SeeOther> {
    const kind = formOf(part);
    try {
      const added = await kind.add(this.parts, page.actor, withDates(body, kind.dates), key);
      return seeOther('/site', isProposal(added) ? 'organisation_proposed' : 'saved');
    } catch (error) {
      return newPage(page, part, formState(body, error));
    }
  }

  @Get(':id/edit')
  edit(@ForPage() page: PageContext, @Param('part') part: string, @Param('id', RowIdPipe) id: number): Promise<Html> {
    return this.editPage(page, part, id);
  }

  @Post(':id')
  @HttpCode(200)
  async save(
    @ForPage() page: PageContext,
    @Param('part') part: string,
    @Param('id', RowIdPipe) id: number,
    @Body() body: Typed,
  ): Promise<Html | SeeOther> {
    const kind = formOf(part);
    try {
      await kind.edit(this.parts, page.actor, id, withDates(body, kind.dates));
      return seeOther('/site', 'saved');
    } catch (error) {
      return this.editPage(page, part, id, formState(body, error));
    }
  }

  private async editPage(page: PageContext, part: string, id: number, tried?: FormState): Promise<Html> {
    const kind = formOf(part);
    const site = await this.site.file(page.actor);
    const row = kind.rows(site).find((each) => each.id === id);
    if (!row) throw new NotFound(part);
    refuseBlocked(row.mayRename === false ? [{ code: 'organisation_of_another' }] : []);
    const cases = part === 'desks' ? await this.parts.casesAt(page.actor, id) : [];
    const form = tried ?? formState(row);
    return siteFormPage(page, {
      title: fill(words.editPart, { part: kind.noun }),
      action: `/site/${part}/${id}`,
      form,
      version: row.version,
      fields: kind.fields(form, false, { id, site, cases }),
    });
  }
}

function newPage(page: PageContext, part: string, form: FormState): Html {
  const { noun, fields } = formOf(part);
  return siteFormPage(page, {
    title: fill(words.addPart, { part: noun }),
    action: `/site/${part}`,
    form,
    fields: fields(form, true),
  });
}

/** An organisation that others have to agree to first. */
const isProposal = (added: unknown): boolean =>
  typeof added === 'object' && added !== null && 'proposalId' in added && added.proposalId !== null;

/** @throws NotFound for an address nobody offers */
function formOf(part: string): PartForm {
  const kind = Object.hasOwn(PART_FORMS, part) ? PART_FORMS[part] : undefined;
  if (!kind) throw new NotFound(part);
  return kind;
}
