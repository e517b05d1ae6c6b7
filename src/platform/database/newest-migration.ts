import { migrations } from '../../../migrations/index.js';

/** Name of the last step this program knows of, as the database keeps it. */
export const NEWEST_MIGRATION = migrations.at(-1)?.name ?? '';
