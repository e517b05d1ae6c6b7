import { APP_ROLE, countable, personalRecord, policies } from '../../platform/sql/index.js';

export const CONSULTATION_POLICIES = [
  personalRecord('consultation', {
    changedBy: 'own_organisation',
    countable: [
      'id',
      'site_id',
      'jobseeker_id',
      'support_case_id',
      'desk_id',
      'held_on',
      'kind',
      'channel',
      'author_id',
      'both_sides_present',
    ],
  }),
  personalRecord('consultation_addendum', { changedBy: 'nobody' }),
  // Participants of both sides are named by whoever writes the record; the key to the consultation says whose it is. Not by a
  // look at the consultation, which is not there yet for a row written in the same statement.
  policies(
    'consultation_participant',
    `GRANT SELECT, INSERT, DELETE ON consultation_participant TO ${APP_ROLE};
CREATE POLICY consultation_participant_read ON consultation_participant FOR SELECT TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND EXISTS (SELECT 1 FROM consultation c WHERE c.id = consultation_participant.consultation_id));
CREATE POLICY consultation_participant_write ON consultation_participant FOR INSERT TO ${APP_ROLE}
  WITH CHECK (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]) AND EXISTS (SELECT 1 FROM jobseeker j
    WHERE j.id = consultation_participant.jobseeker_id));
CREATE POLICY consultation_participant_change ON consultation_participant FOR DELETE TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]) AND EXISTS (SELECT 1 FROM consultation c
    WHERE c.id = consultation_participant.consultation_id));
${countable('consultation_participant', ['consultation_id', 'site_id', 'staff_id'])}`,
  ),
  // The own-organisation note is shared with nobody, whatever was consented to.
  policies(
    'consultation_note',
    `GRANT SELECT, INSERT, UPDATE ON consultation_note TO ${APP_ROLE};
CREATE POLICY consultation_note_own ON consultation_note FOR ALL TO ${APP_ROLE}
  USING (site_id = ANY ((SELECT app_sites())::int[]) AND org_id = ANY ((SELECT app_orgs())::int[]) AND EXISTS (SELECT 1 FROM jobseeker j
    WHERE j.id = consultation_note.jobseeker_id));`,
  ),
  // The worker reminds owners; it reads what is due and whose it is, for the sites it was given.
  personalRecord('next_action', {
    changedBy: 'both_sides',
    more: `CREATE POLICY next_action_remind ON next_action FOR SELECT TO ${APP_ROLE} USING ((SELECT app_system()) = 'worker'
      AND site_id = ANY ((SELECT app_sites())::int[]));`,
  }),
];
