export { FiguresService, type IndicatorFigure } from './figures.service.js';
export { RecordsQuery } from './figures.api.controller.js';
export { IndicatorsModule } from './indicators.module.js';
export {
  type CountedRecord,
  type FigureAsked,
  type FigurePart,
  type OpenedFigure,
  OpenedFiguresService,
} from './opened-figures.service.js';
export { rollUpAsText } from './roll-up-command.js';
