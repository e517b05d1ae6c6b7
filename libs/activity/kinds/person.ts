import type { IsoDate } from '#kernel';
import { ja } from '#messages';
import type { ConsentKind, ConsentMethod, DecisionBasis } from '#domain/consent';
import type { SharingCategory } from '#domain/sharing';
import { data, NO_DATA, NOBODY, ofPerson, ofPersonUnseen, ofSite } from '../definition.js';

const words = ja.timeline.kind;
const notice = ja.activity.notice;
const titles = ja.audit.actions;

const SUPERVISORS_OF_BOTH = [
  { supervisorsOf: 'organisationId' },
  { supervisorsOf: 'sharedWithOrganisationId' },
] as const;
interface SharingDecided {
  basis: DecisionBasis;
  organisationId: number;
  receiverId: number;
  categories: readonly SharingCategory[];
}
const PARTIES_OF_DECISION = [
  { teamOf: 'organisationId' },
  { teamOf: 'receiverId' },
  { supervisorsOf: 'organisationId' },
  { supervisorsOf: 'receiverId' },
] as const;
const OTHER_ORGANISATION = [
  { teamOf: 'sharedWithOrganisationId' },
  { supervisorsOf: 'sharedWithOrganisationId' },
] as const;

/** What happens to a person: registration, protection, groups, wishes, benefits, consents. */
export const personKinds = {
  'jobseeker.registered': ofPerson({
    data: NO_DATA,
    subject: 'jobseeker',
    words: words['jobseeker.registered'],
    icon: 'person',
    audit: 'person',
    notifies: NOBODY,
  }),
  'jobseeker.edited': ofPerson({
    data: NO_DATA,
    subject: 'jobseeker',
    words: words['jobseeker.edited'],
    icon: 'person',
    audit: 'person',
    notifies: NOBODY,
  }),
  'jobseeker.registered_at_hello_work': ofPerson({
    data: NO_DATA,
    subject: 'jobseeker',
    words: words['jobseeker.registered_at_hello_work'],
    icon: 'person',
    audit: 'person',
    notifies: NOBODY,
  }),
  'jobseeker.protected': ofPerson({
    data: data<{ until: IsoDate }>(),
    subject: 'jobseeker',
    words: words['jobseeker.protected'],
    icon: 'person',
    audit: 'sharing',
    notifies: { title: notice['jobseeker.protected'], to: ['teams_of_person', 'supervisors'] },
  }),
  'jobseeker.protection_renewed': ofPerson({
    data: data<{ until: IsoDate }>(),
    subject: 'jobseeker',
    words: words['jobseeker.protection_renewed'],
    icon: 'person',
    audit: 'sharing',
    notifies: { title: notice['jobseeker.protection_renewed'], to: ['teams_of_person', 'supervisors'] },
  }),
  'jobseeker.protection_ended': ofPerson({
    data: data<{ until: IsoDate }>(),
    subject: 'jobseeker',
    words: words['jobseeker.protection_ended'],
    icon: 'person',
    audit: 'sharing',
    notifies: { title: notice['jobseeker.protection_ended'], to: ['teams_of_person', 'supervisors'] },
  }),
  'jobseeker.protection_lift_asked': ofPerson({
    data: data<{ registeredBy: number }>(),
    subject: 'jobseeker',
    words: words['jobseeker.protection_lift_asked'],
    icon: 'person',
    audit: 'sharing',
    notifies: {
      title: notice['jobseeker.protection_lift_asked'],
      to: ['teams_of_person', { supervisorsOf: 'registeredBy' }],
    },
  }),
  'jobseeker.protection_lift_withdrawn': ofPerson({
    data: NO_DATA,
    subject: 'jobseeker',
    words: words['jobseeker.protection_lift_withdrawn'],
    icon: 'person',
    audit: 'sharing',
    notifies: { title: notice['jobseeker.protection_lift_withdrawn'], to: ['teams_of_person'] },
  }),
  /** Told at once, to those who answer for the protection, also where they do not see whoever opened it. */
  'jobseeker.glass_broken': ofPerson({
    data: data<{ registeredBy: number }>(),
    subject: 'jobseeker',
    words: words['jobseeker.glass_broken'],
    icon: 'person',
    tone: 'warning',
    audit: 'reading',
    notifies: {
      title: notice['jobseeker.glass_broken'],
      to: ['teams_of_person', { supervisorsOf: 'registeredBy' }],
      evenOutOfSight: true,
    },
  }),
  'jobseeker.glass_approved': ofPersonUnseen({
    data: NO_DATA,
    subject: 'jobseeker',
    title: titles['jobseeker.glass_approved'],
    icon: 'person',
    audit: 'reading',
    notifies: NOBODY,
  }),
  'jobseeker.glass_flagged': ofPersonUnseen({
    data: data<{ registeredBy: number; openedBy: number }>(),
    subject: 'jobseeker',
    title: titles['jobseeker.glass_flagged'],
    icon: 'person',
    audit: 'reading',
    notifies: {
      title: notice['jobseeker.glass_flagged'],
      to: [{ supervisorsOf: 'registeredBy' }, { supervisorsOf: 'openedBy' }],
      evenOutOfSight: true,
    },
  }),
  /** Written by the database when a protected person's record is opened. */
  'jobseeker.opened': ofPersonUnseen({
    data: NO_DATA,
    subject: 'jobseeker',
    title: titles['jobseeker.opened'],
    icon: 'person',
    audit: 'reading',
    notifies: NOBODY,
  }),
  'duplicate.decided': ofSite({ subject: 'duplicate_suspicion', title: titles['duplicate.decided'], audit: 'person' }),
  'group.joined': ofPerson({
    data: data<{ groupCode: string }>(),
    subject: 'group_membership',
    words: words['group.joined'],
    icon: 'person',
    audit: 'person',
    notifies: NOBODY,
  }),
  'group.left': ofPerson({
    data: data<{ groupCode: string }>(),
    subject: 'group_membership',
    words: words['group.left'],
    icon: 'person',
    audit: 'person',
    notifies: NOBODY,
  }),
  'wish.recorded': ofPerson({
    data: data<{ changed: readonly string[] }>(),
    subject: 'wish',
    words: words['wish.recorded'],
    icon: 'note',
    audit: 'person',
    notifies: NOBODY,
  }),
  'wish.changed': ofPerson({
    data: data<{ changed: readonly string[] }>(),
    subject: 'wish',
    words: words['wish.changed'],
    icon: 'note',
    audit: 'person',
    notifies: NOBODY,
  }),
  'benefit.added': ofPerson({
    data: data<{ startsOn: IsoDate; endsOn: IsoDate | null }>(),
    subject: 'benefit',
    words: words['benefit.added'],
    icon: 'clock',
    audit: 'person',
    notifies: NOBODY,
  }),
  'benefit.end_changed': ofPerson({
    data: data<{ endsOn: IsoDate | null }>(),
    subject: 'benefit',
    words: words['benefit.end_changed'],
    icon: 'clock',
    audit: 'person',
    notifies: NOBODY,
  }),
  'consent.given': ofPerson({
    data: data<{
      kind: ConsentKind;
      method: ConsentMethod;
      endsOn: IsoDate | null;
      /** Between which two something is shared; null of a consent to take part. */
      organisationId: number | null;
      sharedWithOrganisationId: number | null;
      categories: readonly SharingCategory[];
      byGuardian: boolean;
    }>(),
    subject: 'consent',
    words: words['consent.given'],
    icon: 'consent',
    audit: 'sharing',
    // Who gains sight is told; of a consent to take part nobody.
    notifies: {
      title: notice['consent.given'],
      to: [{ teamOf: 'organisationId' }, { teamOf: 'sharedWithOrganisationId' }, ...SUPERVISORS_OF_BOTH],
    },
  }),
  'consent.narrowed': ofPerson({
    data: data<{
      kind: ConsentKind;
      organisationId: number | null;
      sharedWithOrganisationId: number | null;
      categories: readonly SharingCategory[];
    }>(),
    subject: 'consent',
    words: words['consent.narrowed'],
    icon: 'consent',
    tone: 'warning',
    audit: 'sharing',
    notifies: {
      title: notice['consent.narrowed'],
      to: [{ teamOf: 'organisationId' }, { teamOf: 'sharedWithOrganisationId' }, ...SUPERVISORS_OF_BOTH],
    },
  }),
  /** What nobody had chosen was chosen as it was. */
  'consent.confirmed': ofPerson({
    data: data<{
      kind: ConsentKind;
      organisationId: number | null;
      sharedWithOrganisationId: number | null;
      categories: readonly SharingCategory[];
    }>(),
    subject: 'consent',
    words: words['consent.confirmed'],
    icon: 'consent',
    audit: 'sharing',
    notifies: NOBODY,
  }),
  'sharing.decided': ofPerson({
    data: data<SharingDecided>(),
    subject: 'sharing_decision',
    words: words['sharing.decided'],
    icon: 'consent',
    audit: 'sharing',
    // The line is its writer's own; who is shown something by it is told all the same.
    notifies: { title: notice['sharing.decided'], to: PARTIES_OF_DECISION, evenOutOfSight: true },
  }),
  'sharing.decision_ended': ofPerson({
    data: data<SharingDecided>(),
    subject: 'sharing_decision',
    words: words['sharing.decision_ended'],
    icon: 'consent',
    tone: 'warning',
    audit: 'sharing',
    notifies: { title: notice['sharing.decision_ended'], to: PARTIES_OF_DECISION, evenOutOfSight: true },
  }),
  'sharing.asked': ofPerson({
    data: data<{ kind: ConsentKind; sharedWithOrganisationId: number | null }>(),
    subject: 'consent',
    words: words['sharing.asked'],
    icon: 'consent',
    audit: 'sharing',
    notifies: { title: notice['sharing.asked'], to: OTHER_ORGANISATION },
  }),
  'sharing.confirmed': ofPerson({
    data: data<{ kind: ConsentKind; sharedWithOrganisationId: number | null }>(),
    subject: 'consent',
    words: words['sharing.confirmed'],
    icon: 'consent',
    audit: 'sharing',
    notifies: { title: notice['sharing.confirmed'], to: OTHER_ORGANISATION },
  }),
  'sharing.declined': ofPerson({
    data: data<{ kind: ConsentKind; sharedWithOrganisationId: number | null }>(),
    subject: 'consent',
    words: words['sharing.declined'],
    icon: 'consent',
    tone: 'warning',
    audit: 'sharing',
    // Nothing of whoever declined is open to them: they know of it by their own consent.
    notifies: { title: notice['sharing.declined'], to: OTHER_ORGANISATION, evenOutOfSight: true },
  }),
  'consent.withdrawn': ofPerson({
    data: data<{
      kind: ConsentKind;
      organisationId: number | null;
      sharedWithOrganisationId: number | null;
    }>(),
    subject: 'consent',
    words: words['consent.withdrawn'],
    icon: 'consent',
    tone: 'warning',
    audit: 'sharing',
    // Those whom the withdrawal shut out have to stop as well: they are told that it happened, and no name.
    notifies: {
      title: notice['consent.withdrawn'],
      to: ['teams_of_person', ...SUPERVISORS_OF_BOTH],
      within: ['organisationId', 'sharedWithOrganisationId'],
      evenOutOfSight: true,
    },
  }),
} as const;
