import { audit } from './audit.js';
import { auth } from './auth.js';
import { consents } from './consents.js';
import { consultations } from './consultations.js';
import { employers } from './employers.js';
import { jobseekers } from './jobseekers.js';
import { notifications } from './notifications.js';
import { organisations } from './organisations.js';
import { placements } from './placements.js';
import { platform } from './platform.js';
import { referrals } from './referrals.js';
import { reports } from './reports.js';
import { supportCases } from './support-cases.js';
import { supportPlans } from './support-plans.js';
import { supportRequests } from './support-requests.js';
import { supportTeams } from './support-teams.js';
import { teamMembers } from './team-members.js';
import { visits } from './visits.js';
import { workspaces } from './workspaces.js';
import { yearlyPlans } from './yearly-plans.js';

/** What the pages say, one file for each feature of src. */
export const screens = {
  audit,
  auth,
  consents,
  consultations,
  employers,
  jobseekers,
  notifications,
  organisations,
  placements,
  platform,
  referrals,
  reports,
  supportCases,
  supportPlans,
  supportRequests,
  supportTeams,
  teamMembers,
  visits,
  workspaces,
  yearlyPlans,
} as const;
