export {
  BEFORE_PASSWORD_CHANGE,
  BeforePasswordChange,
  CurrentActor,
  CurrentSession,
  IdempotencyKey,
  Permit,
  Public,
  ROUTE_ACCESS,
  type RouteAccess,
} from './access.decorators.js';
export { cookieNamed, keepCookie, SESSION_COOKIE, signedCookie } from './host-cookies.js';
export { ListOrder } from './cursor.js';
export {
  csrfTokenOf,
  FormExpired,
  type FormHolder,
  formHolderOf,
  formToken,
  isFormOfPresentSession,
} from './form-token.js';
export {
  type BreachCode,
  formBreach,
  INPUT_BOUNDS,
  type InputBounds,
  jsonBreach,
  OutOfBounds,
  QUERY_BOUNDS,
  SIGN_IN_BOUNDS,
} from './input-bounds.js';
export { IN_PLACE, wordsTyped } from './kept-form.js';
export { Html, PageAnswers, SeeOther, seeOther } from './page-answers.js';
export { CodePipe, FiscalYearPipe, type InPath, RowIdPipe, VersionPipe } from './path-parameters.js';
export { PasswordChangeRequired } from './password-change-required.js';
export { type DeclaredRoute, RouteDeclarations } from './route-declarations.js';
export { Limited, type LimitedUse, SESSION_LIMIT, SESSION_LIMITS } from './session-limits.js';
export { SignInAgain } from './sign-in-again.js';
export { validated } from './validation.js';
export {
  BooleanFromText,
  LinesAsList,
  ListFromForm,
  MaxItems,
  MaxLength,
  NullIsSaid,
  NumberFromText,
  Trimmed,
} from './validators.js';
export {
  INT_MAX,
  IsCursor,
  IsDay,
  IsId,
  IsMonth,
  IsRowId,
  IsTimeOfDay,
  IsVersion,
  IsWholeNumber,
  valueRule,
} from './value-types.js';
export type { RouteArgument } from './route-arguments.js';
export { describeError } from './error-body.js';
export { errorPage } from './error-page.js';
export { isApi, type SignedIn, type WebReply, type WebRequest } from './web-request.js';
