import { CREDENTIAL_POLICIES } from '../src/auth/sql/credentials.js';
import { SIGN_IN_HEADS } from '../src/auth/sql/sign-in-heads.js';
import { ATTEMPT_ROUTINES } from '../src/auth/sql/attempts.js';
import { ENTRY_ROUTINES } from '../src/auth/sql/enter.js';
import { OWN_PASSWORD_ROUTINES } from '../src/auth/sql/own-password.js';
import { SIGN_IN_ROUTINES } from '../src/auth/sql/sign-in.js';
import { PASSWORD_RESET_POLICIES, PASSWORD_RESET_ROUTINES } from '../src/auth/sql/password-resets.js';
import { SECURITY_NOTICE_ROUTINES } from '../src/auth/sql/security-notices.js';
import { TOKEN_ROUTINES } from '../src/auth/sql/tokens.js';
import { SIGN_IN_PURGES } from '../src/auth/sql/purge.js';
import { NOTIFICATION_PURGE } from '../src/notifications/sql/purge.js';
import { BACKUP_RUN_POLICIES } from '../src/backups/sql/backup-run.js';
import { CONSENT_POLICIES } from '../src/consents/sql/consent.js';
import { SHARING_ENDS } from '../src/consents/sql/sharing-ends.js';
import { SHARING_DECISION_POLICIES } from '../src/consents/sql/sharing-decision.js';
import { RECORDS_BY_CATEGORY } from '../src/consents/sql/records-by-category.js';
import { NEXT_ACTION_DEPARTURE_ROUTINES } from '../src/consultations/sql/departures.js';
import { CONSULTATION_HEADS } from '../src/consultations/sql/consultation-head.js';
import { CONSULTATION_POLICIES } from '../src/consultations/sql/consultation.js';
import { NEXT_ACTION_TO_DO } from '../src/consultations/sql/next-action-work.js';
import { EMPLOYER_HEADS } from '../src/employers/sql/employer-head.js';
import { EMPLOYER_POLICIES } from '../src/employers/sql/employer.js';
import { FACT_VIEWS } from '../src/indicators/sql/facts.js';
import { BENEFIT_CLOCK } from '../src/jobseekers/sql/benefit-clock.js';
import { BROKEN_GLASS_ROUTINES, GLASS_ROUTINES, PROTECTION_POLICIES } from '../src/jobseekers/sql/broken-glass.js';
import { DUPLICATE_POLICIES, DUPLICATE_ROUTINES, DUPLICATE_TRIGGERS } from '../src/jobseekers/sql/duplicates.js';
import { IDENTITY_TRIGGERS } from '../src/jobseekers/sql/identity.js';
import { JOBSEEKER_FOR_LETTER, JOBSEEKER_GROUP, JOBSEEKER_HEAD } from '../src/jobseekers/sql/jobseeker-head.js';
import { JOBSEEKER_POLICIES, JOBSEEKER_ROUTINES } from '../src/jobseekers/sql/jobseeker.js';
import { NOTIFICATION_POLICIES, NOTIFICATION_ROUTINES } from '../src/notifications/sql/notification.js';
import { ORGANISATION_NAMES } from '../src/organisations/sql/names.js';
import { ORGANISATION_POLICIES } from '../src/organisations/sql/organisations.js';
import { OWNER_POLICIES, OWNER_ROUTINES } from '../src/organisations/sql/owners.js';
import { PLACEMENT_HEADS } from '../src/placements/sql/placement-head.js';
import { PLACEMENT_POLICIES } from '../src/placements/sql/placement.js';
import { CONTEXT_ROUTINES, type RepeatableSql, SCHEMA_VERSION, WORKER_ENTRY } from '../src/platform/sql/index.js';
import {
  AUDIT_ROUTINES,
  WRITTEN_RECORD_POLICIES,
  WRITTEN_RECORD_PURGES,
} from '../src/platform/unit-of-work/sql/written-records.js';
import { INTERVIEW_DEPARTURE_ROUTINES } from '../src/referrals/sql/departures.js';
import { INTERVIEWS_DUE } from '../src/referrals/sql/interviews-due.js';
import { REFERRAL_HEADS } from '../src/referrals/sql/referral-head.js';
import { REFERRAL_POLICIES } from '../src/referrals/sql/referral.js';
import { MONTHLY_REPORT_POLICIES } from '../src/reports/sql/monthly-report.js';
import { CASES_AT_DESK_ROUTINES } from '../src/support-cases/sql/desk.js';
import { CASE_HEADS } from '../src/support-cases/sql/case-head.js';
import { SUPPORT_CASE_POLICIES, SUPPORT_CASE_ROUTINES } from '../src/support-cases/sql/support-case.js';
import { PLAN_DEPARTURE_ROUTINES } from '../src/support-plans/sql/departures.js';
import { SUPPORT_PLAN_POLICIES } from '../src/support-plans/sql/support-plan.js';
import {
  MACHINE_ACCOUNT_NAME,
  MACHINE_ACCOUNT_POLICIES,
  MACHINE_ACCOUNT_ROUTINES,
} from '../src/team-members/sql/machine-accounts.js';
import {
  DEPARTURE_POLICIES,
  STAFF_POLICIES,
  STAFF_ROUTINES,
  STAFF_WITH_LOGINS,
} from '../src/team-members/sql/staff.js';
import { SUPPORT_REQUEST_HEAD, SUPPORT_REQUEST_POLICIES } from '../src/support-requests/sql/support-request.js';
import { CASE_ASSIGNMENT_POLICIES, CASE_TEAM } from '../src/support-teams/sql/case-team.js';
import { DEPARTURE_ROUTINES } from '../src/support-teams/sql/departures.js';
import { TEAM_ROUTINES } from '../src/support-teams/sql/team.js';
import { UNATTENDED_CASE } from '../src/support-teams/sql/unattended.js';
import { ENDED_PERIOD, SUSPENSION_TO_REVIEW } from '../src/support-cases/sql/case-work.js';
import { PLAN_REVIEW_TO_HOLD, PLAN_STEP_TO_DO } from '../src/support-plans/sql/plan-work.js';
import { STAFF_AT_SITE, STAFF_HEAD } from '../src/team-members/sql/staff-head.js';
import { STAFF_AT_WORK } from '../src/team-members/sql/staff-at-work.js';
import { VISIT_POLICIES } from '../src/visits/sql/visit.js';
import { DUE_WORK, DUE_WORK_OF_STAFF, WHO_SEES_TO } from '../src/workspaces/sql/due-work.js';
import { YEARLY_PLAN_POLICIES } from '../src/yearly-plans/sql/yearly-plan.js';

/**
 * Functions, policies and views in the order in which they are put in force: each after what it uses. Listed by hand, as the
 * migrations are, so that nothing runs that was not read.
 */
export const repeatables: readonly RepeatableSql[] = [
  CONTEXT_ROUTINES,
  WORKER_ENTRY,
  SCHEMA_VERSION,
  ENTRY_ROUTINES,
  SIGN_IN_ROUTINES,
  SECURITY_NOTICE_ROUTINES,
  ATTEMPT_ROUTINES,
  OWNER_ROUTINES,
  TOKEN_ROUTINES,
  PASSWORD_RESET_ROUTINES,
  MACHINE_ACCOUNT_ROUTINES,
  OWN_PASSWORD_ROUTINES,
  ...JOBSEEKER_ROUTINES,
  DUPLICATE_ROUTINES,
  ...SUPPORT_CASE_ROUTINES,
  GLASS_ROUTINES,
  BROKEN_GLASS_ROUTINES,
  SHARING_ENDS,
  AUDIT_ROUTINES,
  STAFF_ROUTINES,
  STAFF_WITH_LOGINS,
  CASES_AT_DESK_ROUTINES,
  TEAM_ROUTINES,
  DEPARTURE_ROUTINES,
  PLAN_DEPARTURE_ROUTINES,
  NEXT_ACTION_DEPARTURE_ROUTINES,
  INTERVIEW_DEPARTURE_ROUTINES,
  NOTIFICATION_ROUTINES,
  RECORDS_BY_CATEGORY,

  ...ORGANISATION_POLICIES,
  ...OWNER_POLICIES,
  ...STAFF_POLICIES,
  ...DEPARTURE_POLICIES,
  ...MACHINE_ACCOUNT_POLICIES,
  ...CREDENTIAL_POLICIES,
  PASSWORD_RESET_POLICIES,
  IDENTITY_TRIGGERS,
  ...JOBSEEKER_POLICIES,
  ...PROTECTION_POLICIES,
  DUPLICATE_TRIGGERS,
  ...DUPLICATE_POLICIES,
  CONSENT_POLICIES,
  SHARING_DECISION_POLICIES,
  VISIT_POLICIES,
  ...SUPPORT_CASE_POLICIES,
  CASE_ASSIGNMENT_POLICIES,
  SUPPORT_REQUEST_POLICIES,
  ...SUPPORT_PLAN_POLICIES,
  ...CONSULTATION_POLICIES,
  ...EMPLOYER_POLICIES,
  ...REFERRAL_POLICIES,
  ...PLACEMENT_POLICIES,
  ...YEARLY_PLAN_POLICIES,
  ...WRITTEN_RECORD_POLICIES,
  NOTIFICATION_POLICIES,
  MONTHLY_REPORT_POLICIES,
  BACKUP_RUN_POLICIES,

  ...SIGN_IN_HEADS,
  ...ORGANISATION_NAMES,
  MACHINE_ACCOUNT_NAME,
  STAFF_HEAD,
  STAFF_AT_SITE,
  STAFF_AT_WORK,
  JOBSEEKER_HEAD,
  JOBSEEKER_FOR_LETTER,
  JOBSEEKER_GROUP,
  ...CASE_HEADS,
  CASE_TEAM,
  SUPPORT_REQUEST_HEAD,
  ...CONSULTATION_HEADS,
  ...EMPLOYER_HEADS,
  ...REFERRAL_HEADS,
  ...PLACEMENT_HEADS,

  ...FACT_VIEWS,
  BENEFIT_CLOCK,
  ENDED_PERIOD,
  SUSPENSION_TO_REVIEW,
  PLAN_STEP_TO_DO,
  PLAN_REVIEW_TO_HOLD,
  NEXT_ACTION_TO_DO,
  INTERVIEWS_DUE,
  WHO_SEES_TO,
  DUE_WORK,
  UNATTENDED_CASE,
  DUE_WORK_OF_STAFF,

  WRITTEN_RECORD_PURGES,
  SIGN_IN_PURGES,
  NOTIFICATION_PURGE,
];
