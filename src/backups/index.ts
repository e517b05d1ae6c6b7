export {
  BACKUP_TURN_TOPIC,
  type BackupState,
  type BackupTurned,
  BackupRunsRepository,
} from './backup-runs.repository.js';
export { BackupsModule } from './backups.module.js';
