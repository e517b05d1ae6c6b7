export { FiguresRepository } from './figures.repository.js';
export type { FigureWanted } from './one-pass/wanted-figure.js';
export { FiguresService, type IndicatorFigure, type MonthFigures, type MonthInContext } from './figures.service.js';
export { RecordsQuery } from './figures.api.controller.js';
export { IndicatorsModule } from './indicators.module.js';
export {
  type CountedRecord,
  type FigureAsked,
  type FigurePart,
  OPENED_PAGE_SIZE,
  type OpenedFigure,
  OpenedFiguresService,
} from './opened-figures.service.js';
export { type RolledUpSite, type RollUp, rollUp } from './roll-up.js';
export { rollUpAsText } from './roll-up-command.js';
