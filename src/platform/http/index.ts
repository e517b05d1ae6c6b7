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
export { csrfTokenOf, FormExpired, type FormHolder, formHolderOf, formToken } from './form-token.js';
export { IN_PLACE, wordsTyped } from './kept-form.js';
export { Html, PageAnswers, SeeOther, seeOther } from './page-answers.js';
export { PasswordChangeRequired } from './password-change-required.js';
export { type DeclaredRoute, RouteDeclarations } from './route-declarations.js';
export { SignInAgain } from './sign-in-again.js';
export { fieldErrors, validated } from './validation.js';
export {
  BooleanFromText,
  IsDay,
  IsMonth,
  IsTimeOfDay,
  ListFromForm,
  MaxLength,
  NumberFromText,
  Trimmed,
} from './validators.js';
export { isApi, type SignedIn, type WebReply, type WebRequest } from './web-request.js';
