import { Module } from '@nestjs/common';
import { BackupRunsRepository } from './backup-runs.repository.js';
import { NightlyBackupJob } from './nightly-backup.job.js';

@Module({ providers: [BackupRunsRepository, NightlyBackupJob], exports: [BackupRunsRepository] })
export class BackupsModule {}
