import { type Side, SIDES } from '#access';
import type { IsoDate } from '#kernel';
import { type Assignment, teamOn } from '#domain/organisation';
import type { OwnerSide } from '#domain/task';

/** 主担当: each organisation has one on a case at a time; the other roles may be held by several. */
export const LEAD_ROLE = '主担当';
const DEPUTY_ROLE = '副担当';

export const SOLE_ROLES: readonly string[] = [LEAD_ROLE];

/** Roles the forms offer; any other may be typed, for titles and roles are data of the site. */
export const USUAL_ROLES: readonly string[] = [LEAD_ROLE, DEPUTY_ROLE, '通訳', '専門相談', '求人開拓'];

export const TEAM_ROLE_MAX = 40;

/** Whether somebody is on the team (支援チーム) from a day on: since before, or from a later day that is settled already. */
export function isOnTeamFrom(team: readonly Assignment[], staffId: string, day: IsoDate): boolean {
  return notOver(team, day).some((assignment) => assignment.staffId === staffId);
}

/** The role in which somebody new takes a case on: 主担当, or 副担当 where a colleague of the organisation is that already. */
export function roleOnJoining(team: readonly Assignment[], organisationId: number, day: IsoDate): string {
  const hasLead = notOver(team, day).some(
    (assignment) => assignment.organisationId === organisationId && assignment.role === LEAD_ROLE,
  );
  return hasLead ? DEPUTY_ROLE : LEAD_ROLE;
}

/** The sides of which nobody is on the team of a day (担当が決まっていない側). */
export function sidesWithoutStaff(teamOfTheDay: readonly { readonly side: Side }[]): Side[] {
  return SIDES.filter((side) => teamOfTheDay.every((member) => member.side !== side));
}

/** Something to be done on a case (手順・次の行動・見直し), as far as it says whose it is. */
export interface OwnedWork {
  /** Null where it says nothing of a side, as a review does. */
  readonly ownerSide: OwnerSide | null;
  readonly ownerStaffId: string | null;
}

/** 支援チーム員, with the side of the organisation that sent them. */
export interface TeamMember extends Assignment {
  readonly id: string;
  readonly side: Side;
}

/**
 * Who sees to it (誰が動くか): whoever is named; where nobody is, or who is named works here no longer, whoever of that side has
 * been on the team longest. What the person promised is theirs to do and every 主担当's to ask for.
 * @param isAtWork whether somebody works at the site on that day
 * @public the view due_work_of_staff is held to it (test/rules)
 */
export function whoSeesTo(
  work: OwnedWork,
  team: readonly TeamMember[],
  day: IsoDate,
  isAtWork: (staffId: string) => boolean,
): string[] {
  const present = teamOn(team, day).filter(({ staffId }) => isAtWork(staffId));
  if (work.ownerSide === 'jobseeker')
    return [...new Set(present.filter(({ role }) => role === LEAD_ROLE).map(({ staffId }) => staffId))];
  if (work.ownerStaffId !== null && isAtWork(work.ownerStaffId)) return [work.ownerStaffId];
  const [longest] = present
    .filter(({ side }) => work.ownerSide === null || side === work.ownerSide)
    .sort((one, other) => (one.startsOn + one.id < other.startsOn + other.id ? -1 : 1));
  return longest ? [longest.staffId] : [];
}

function notOver(team: readonly Assignment[], day: IsoDate): readonly Assignment[] {
  return team.filter(({ endsOn }) => endsOn === null || endsOn > day);
}
