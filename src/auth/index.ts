export { AuthModule } from './auth.module.js';
export { hashPassword } from './passwords.js';
export { insertCredential, SignInsRepository } from './sign-ins.repository.js';
export { SESSION_POLICY } from './session-policy.js';
export { SessionsService } from './sessions.service.js';
