import type { INestApplicationContext } from '@nestjs/common';
import type { StaffActor } from '#access';
import type { RateNote } from '#indicators';
import { fill, ja } from '#messages';
import {
  type CountedRecord,
  type FigureAsked,
  type FigurePart,
  FiguresService,
  type OpenedFigure,
  OpenedFiguresService,
} from '../../indicators/index.js';
import type { PublishedFigure } from '../published-records/index.js';
import { PublishedSites } from './published-sites.js';

/** A printed line opened over one window: its figure, and the records of each operand as the supervisor sees them. */
export interface OpenedLine {
  readonly viewer: StaffActor;
  readonly figure: PublishedFigure;
  readonly parts: readonly { readonly part: FigurePart; readonly opened: OpenedFigure }[];
  readonly notes: readonly string[];
}

/** Opens every window printed for a line ('NKN-4') down to its people. Targets have no records behind them. */
export async function openFigure(
  app: INestApplicationContext,
  rows: readonly PublishedFigure[],
  kpi: string,
): Promise<OpenedLine[]> {
  const sites = await PublishedSites.of(app);
  const printed = rows.filter((row) => row.kpi === kpi && (row.what === 'actual' || row.what === 'rate'));
  const opened: OpenedLine[] = [];
  for (const figure of printed)
    opened.push(await openLine(app, await sites.holder(figure.site, 'city-supervisor'), figure));
  return opened;
}

async function openLine(
  app: INestApplicationContext,
  viewer: StaffActor,
  figure: PublishedFigure,
): Promise<OpenedLine> {
  const { fiscalYear, indicator: code, from, to, what } = figure;
  const window = { from, to };
  const asOf = figure.asOf ?? to;
  const service = app.get(OpenedFiguresService, { strict: false });
  const parts: { part: FigurePart; opened: OpenedFigure }[] = [];
  for (const part of what === 'rate' ? (['numerator', 'denominator'] as const) : (['value'] as const)) {
    parts.push({ part, opened: await openWhole(service, viewer, { fiscalYear, code, window, part, asOf }) });
  }
  const [line] = await app
    .get(FiguresService, { strict: false })
    .ofIndicator(viewer, viewer.siteId, fiscalYear, code, [window], asOf);
  const notes = line?.figure.state === 'rate' ? line.figure.notes.map(noteText) : [];
  return { viewer, figure, parts, notes };
}

/** With the records of all pages. */
async function openWhole(service: OpenedFiguresService, viewer: StaffActor, asked: FigureAsked): Promise<OpenedFigure> {
  const first = await service.open(viewer, asked);
  const records = [...first.records];
  const seen = first.seen.records;
  for (let page = 2; (page - 1) * first.pageSize < seen; page += 1)
    records.push(...(await service.open(viewer, { ...asked, page })).records);
  return { ...first, records };
}

/** An opened line as text, a record a line. */
export function linesOf({ viewer, figure, parts, notes }: OpenedLine): string[] {
  const { kpi, site, indicator, printed, from, to } = figure;
  return [
    `${kpi} ${site} ${indicator} ${from}..${to}: ${printed}   (seen by ${viewer.name}, ${viewer.organisationName})`,
    ...notes.map((note) => `  ${note}`),
    ...parts.flatMap(({ part, opened: { fact, seen, records } }) => [
      `  ${part}: ${ja.figure.fact[fact]} ${seen.records}, people ${seen.people}`,
      ...records.map((record) => `    ${recordText(record)}`),
    ]),
  ];
}

function recordText({ number, name, kana, occurredOn, kind, route }: CountedRecord): string {
  return [number, name, kana, occurredOn, kind, route].filter((cell) => cell !== null).join('  ');
}

function noteText({ code, ...params }: RateNote): string {
  return fill(ja.figure.note[code], params);
}
