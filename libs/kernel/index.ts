export {
  type Clock,
  type MovableClock,
  frozenClock,
  movableClock,
  systemClock,
  tokyoDateOf,
  tokyoTimeOf,
} from './clock.js';
export {
  type IsoDate,
  type YearMonth,
  type Weekday,
  RECORD_YEARS,
  addDays,
  addMonths,
  ageOn,
  daysBetween,
  firstDay,
  isIsoDate,
  isRecordDay,
  isRecordMonth,
  isRecordYear,
  isYearMonth,
  lastDay,
  monthOf,
  monthsBetween,
  nextMonth,
  previousMonth,
  weekdayOf,
} from './dates.js';
export { type Differences, changedFields, differences, isSame } from './differences.js';
export {
  type FieldError,
  type MessageParams,
  type Reason,
  type StaleEditDetails,
  Blocked,
  DomainError,
  Forbidden,
  InvalidInput,
  NeedsConfirmation,
  NotFound,
  StaleEdit,
  Unauthenticated,
  refuseBlocked,
  refuseInvalid,
} from './errors.js';
export { type Era, type EraCode, ERAS, eraOf } from './eras.js';
export {
  type DateRange,
  type FiscalYear,
  fiscalMonths,
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearRange,
} from './fiscal.js';
export { foldKana, foldName, isKana, toKatakana } from './folding.js';
export {
  type DateField,
  type DateInput,
  type DateInputErrorCode,
  type ParsedDate,
  isBlankDate,
  parseJapaneseDate,
} from './parse-japanese-date.js';
export { formatRate, halfUp, rate } from './numbers.js';
export {
  type TransitionDefinition,
  type TransitionRow,
  type TransitionTable,
  defineTransitions,
} from './transitions.js';
export {
  type WarekiParts,
  formatBoth,
  formatMoment,
  formatMonthWareki,
  formatWareki,
  shortWareki,
  warekiParts,
} from './format-wareki.js';
