export { isEncrypted, verifyBackup } from './backup-file.js';
export { BackupRefused } from './backup-refused.js';
export { restoreBackup } from './restore-backup.js';
export { takeBackup } from './take-backup.js';
export { NIGHTLY_BACKUP, type NightlyBackup } from './nightly.js';
