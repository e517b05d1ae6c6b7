import { access } from './ja/access.js';
import { account } from './ja/account.js';
import { activity } from './ja/activity.js';
import { audit } from './ja/audit.js';
import { caseload } from './ja/caseload.js';
import { codes } from './ja/coded-values.js';
import { common } from './ja/common.js';
import { consent } from './ja/consent.js';
import { consultation } from './ja/consultation.js';
import { departure } from './ja/departure.js';
import { employer } from './ja/employer.js';
import { general } from './ja/errors.js';
import { figure } from './ja/figure.js';
import { flash } from './ja/flash.js';
import { jobseeker } from './ja/jobseeker.js';
import { organisation } from './ja/organisation.js';
import { placement } from './ja/placement.js';
import { meanwhile } from './ja/meanwhile.js';
import { keptForm } from './ja/kept-form.js';
import { notification } from './ja/notification.js';
import { platform } from './ja/platform.js';
import { reason } from './ja/reason.js';
import { referral } from './ja/referral.js';
import { screens } from './ja/screens/index.js';
import { staff } from './ja/staff.js';
import { supportCase } from './ja/support-case.js';
import { supportPlan } from './ja/support-plan.js';
import { timeline } from './ja/timeline.js';
import { ui } from './ja/ui.js';
import { visit } from './ja/visit.js';
import { yearlyPlan } from './ja/yearly-plan.js';
import { makeLookup, sentencesByCode } from './lookup.js';

export { fill } from './fill.js';

/**
 * The words on screen in Japanese, by noun. A noun joins with an import above and a line here; its `errors` and
 * `reasons` are then found by {@link errorText} and {@link reasonText}.
 */
export const ja = {
  access,
  account,
  activity,
  audit,
  caseload,
  codes,
  common,
  consent,
  consultation,
  departure,
  employer,
  figure,
  flash,
  general,
  jobseeker,
  keptForm,
  meanwhile,
  organisation,
  placement,
  notification,
  platform,
  reason,
  referral,
  screens,
  staff,
  supportCase,
  supportPlan,
  timeline,
  ui,
  visit,
  yearlyPlan,
} as const;

/** Every error code with its sentence, slots unfilled; for the description of the interface. */
export const ERROR_SENTENCES = sentencesByCode('errors', ja);

/** Every reason code with its sentence, slots unfilled. */
export const REASON_SENTENCES = sentencesByCode('reasons', ja);

/**
 * The sentence for an error code, filled with its params.
 * @throws Error when no noun knows the code or a param is missing: both are defects.
 */
export const errorText = makeLookup('errors', ja);

/**
 * The sentence that says why an action is blocked, filled with its params.
 * @throws Error when no noun knows the code or a param is missing: both are defects.
 */
export const reasonText = makeLookup('reasons', ja);

/** What staff may be told beside what happened to people; each has its sentence. */
export type StaffNoticeKind = keyof typeof notification.staff;
