export { FiguresRepository } from './figures.repository.js';
export type { FigureWanted } from './one-pass/wanted-figure.js';
export { FiguresService, type IndicatorFigure, type MonthFigures, type MonthInContext } from './figures.service.js';
export { RecordsQuery } from './figures.api.controller.js';
export { IndicatorsModule } from './indicators.module.js';
export {
  type CountedRecord,
  type FigurePart,
  type OpenedFigure,
  OpenedFiguresService,
} from './opened-figures.service.js';
