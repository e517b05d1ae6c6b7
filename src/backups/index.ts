export { type BackupState, BackupRunsRepository } from './backup-runs.repository.js';
export { BackupsModule } from './backups.module.js';
