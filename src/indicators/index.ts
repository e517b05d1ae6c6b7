export { FiguresRepository, type FigureWanted } from './figures.repository.js';
export { FiguresService, type IndicatorFigure, type MonthFigures } from './figures.service.js';
export { RecordsQuery } from './figures.api.controller.js';
export { IndicatorsModule } from './indicators.module.js';
export {
  type CountedRecord,
  type FigurePart,
  type OpenedFigure,
  OpenedFiguresService,
} from './opened-figures.service.js';
