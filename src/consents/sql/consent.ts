import { personalRecord } from '../../platform/sql/index.js';

export const CONSENT_POLICIES = personalRecord('consent', { changedBy: 'both_sides' });
