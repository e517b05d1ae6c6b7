import { ja } from '#messages';
import { ofSite } from '../definition.js';

const title = ja.audit.actions;
const site = 'site';
const signIn = 'sign_in';

/** What happens at the site without a person helped: signing in, staff, settings, lists, plans, the door. */
export const siteKinds = {
  /** The first five are written by the functions that sign people in and out. */
  'session.opened': ofSite({ subject: 'staff', title: title['session.opened'], audit: signIn }),
  'session.refused': ofSite({ subject: 'staff', title: title['session.refused'], audit: signIn }),
  'session.locked_out': ofSite({ subject: 'staff', title: title['session.locked_out'], audit: signIn }),
  'session.new_place': ofSite({ subject: 'staff', title: title['session.new_place'], audit: signIn }),
  'session.closed': ofSite({ subject: 'staff', title: title['session.closed'], audit: signIn }),
  'session.revoked': ofSite({ subject: 'session', title: title['session.revoked'], audit: signIn }),
  'password.changed': ofSite({ subject: 'staff', title: title['password.changed'], audit: signIn }),
  'password.reset': ofSite({ subject: 'staff', title: title['password.reset'], audit: signIn }),
  'password.reset_asked': ofSite({ subject: 'staff', title: title['password.reset_asked'], audit: signIn }),
  'password.reset_withdrawn': ofSite({ subject: 'staff', title: title['password.reset_withdrawn'], audit: signIn }),
  'staff.registered': ofSite({ subject: 'staff', title: title['staff.registered'], audit: site }),
  'staff.edited': ofSite({ subject: 'staff', title: title['staff.edited'], audit: site }),
  'staff.unlocked': ofSite({ subject: 'staff', title: title['staff.unlocked'], audit: signIn }),
  'staff.left': ofSite({ subject: 'staff', title: title['staff.left'], audit: site }),
  'staff.departure_withdrawn': ofSite({
    subject: 'staff',
    title: title['staff.departure_withdrawn'],
    audit: site,
  }),
  'staff.left_site': ofSite({ subject: 'staff', title: title['staff.left_site'], audit: site }),
  'staff.joined_site': ofSite({ subject: 'staff', title: title['staff.joined_site'], audit: site }),
  'token.issued': ofSite({ subject: 'token', title: title['token.issued'], audit: signIn }),
  /** Of before tokens were made by their owners. */
  'token.revoked': ofSite({ subject: 'token', title: title['token.revoked'], audit: signIn }),
  'machine_account.added': ofSite({
    subject: 'machine_account',
    title: title['machine_account.added'],
    audit: signIn,
  }),
  'machine_account.owner_asked': ofSite({
    subject: 'machine_account',
    title: title['machine_account.owner_asked'],
    audit: signIn,
  }),
  'machine_account.accepted': ofSite({
    subject: 'machine_account',
    title: title['machine_account.accepted'],
    audit: signIn,
  }),
  'machine_account.token_issued': ofSite({
    subject: 'machine_account',
    title: title['token.issued'],
    audit: signIn,
  }),
  'machine_account.ended': ofSite({
    subject: 'machine_account',
    title: title['machine_account.ended'],
    audit: signIn,
  }),
  'site.edited': ofSite({ subject: 'site', title: title['site.edited'], audit: site }),
  'site.groups_chosen': ofSite({ subject: 'site', title: title['site.groups_chosen'], audit: site }),
  'agreement.added': ofSite({ subject: 'agreement', title: title['agreement.added'], audit: site }),
  'agreement.edited': ofSite({ subject: 'agreement', title: title['agreement.edited'], audit: site }),
  'council.edited': ofSite({ subject: 'council', title: title['council.edited'], audit: site }),
  'organisation.added': ofSite({ subject: 'organisation', title: title['organisation.added'], audit: site }),
  'organisation.proposed': ofSite({
    subject: 'organisation_proposal',
    title: title['organisation.proposed'],
    audit: site,
  }),
  'organisation.confirmed': ofSite({
    subject: 'organisation_proposal',
    title: title['organisation.confirmed'],
    audit: site,
  }),
  'organisation.refused': ofSite({
    subject: 'organisation_proposal',
    title: title['organisation.refused'],
    audit: site,
  }),
  'organisation.edited': ofSite({ subject: 'organisation', title: title['organisation.edited'], audit: site }),
  'desk.added': ofSite({ subject: 'desk', title: title['desk.added'], audit: site }),
  'desk.edited': ofSite({ subject: 'desk', title: title['desk.edited'], audit: site }),
  'programme.added': ofSite({ subject: 'programme', title: title['programme.added'], audit: site }),
  'programme.edited': ofSite({ subject: 'programme', title: title['programme.edited'], audit: site }),
  'reason.added': ofSite({ subject: 'reason', title: title['reason.added'], audit: site }),
  'reason.edited': ofSite({ subject: 'reason', title: title['reason.edited'], audit: site }),
  'target_group.added': ofSite({ subject: 'target_group', title: title['target_group.added'], audit: site }),
  'yearly_plan.imported': ofSite({ subject: 'yearly_plan', title: title['yearly_plan.imported'], audit: site }),
  'yearly_plan.agreed': ofSite({ subject: 'yearly_plan', title: title['yearly_plan.agreed'], audit: site }),
  'yearly_plan.agreement_withdrawn': ofSite({
    subject: 'yearly_plan',
    title: title['yearly_plan.agreement_withdrawn'],
    audit: site,
  }),
  'manual_figure.entered': ofSite({ subject: 'manual_figure', title: title['manual_figure.entered'], audit: site }),
  'report.made': ofSite({ subject: 'monthly_report', title: title['report.made'], audit: site }),
  'visit.recorded': ofSite({ subject: 'visit', title: title['visit.recorded'], audit: site }),
  'visit.corrected': ofSite({ subject: 'visit', title: title['visit.corrected'], audit: site }),
} as const;
