export { OwnPassword } from './account/own-password.js';
export { IssuedTokenNotice, PasswordAgain } from './account/pages/token-card.js';
export { PasswordAttemptsGuard } from './account/password-attempts.guard.js';
export { AuthModule } from './auth.module.js';
export { newPasswordProblems } from './new-password.js';
export { hashPassword } from './passwords.js';
export { type AskedReset, insertCredential, SignInsRepository } from './sign-ins.repository.js';
export { PASSWORD_CHANGE_LIMIT } from './session-policy.js';
export { type IssuedToken, SessionsService } from './sessions.service.js';
