import type { Role, Side } from '#access';
import type { Audience } from './definition.js';

/** A member of the site's staff on the day a notice is delivered, and what they have to do with the person. */
export interface Colleague {
  readonly staffId: string;
  readonly organisationId: number;
  readonly side: Side;
  readonly role: Role;
  /** Assigned to the case it happened on. */
  readonly onCase: boolean;
  /** Assigned to an open case of the person. */
  readonly withPerson: boolean;
}

/** Of a notice, whom it goes to; the names of values are checked where it is declared. */
interface Readers {
  readonly to: readonly AnyAudience[];
  readonly otherwise?: AnyAudience;
  readonly within?: readonly string[];
}
type AnyAudience =
  | Extract<Audience, string>
  | { readonly staff: string }
  | { readonly teamOf: string }
  | { readonly supervisorsOf: string };

export interface Told {
  readonly author: { readonly staffId: string; readonly organisationId: number };
  /** The values of the activity that an audience is named by. */
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * Whom a notice goes to, of those who work at the site when it is delivered: whoever took over since is told, whoever left is
 * not. Never its author; nobody twice. Whether each of them may see the person is asked of the database as them.
 */
export function recipientsOf<Member extends Colleague>(
  { to, otherwise, within = [] }: Readers,
  { author, data }: Told,
  colleagues: readonly Member[],
): Member[] {
  const parties = within.map((name) => data[name]).filter((id) => typeof id === 'number');
  const concerned = colleagues.filter(({ organisationId }) => parties.length === 0 || parties.includes(organisationId));
  const found = (audience: AnyAudience): Member[] => concerned.filter(belongsTo(audience, author, data));
  const named = to.flatMap(found);
  const all = named.length === 0 && otherwise !== undefined ? found(otherwise) : named;
  return [...new Set(all)].filter(({ staffId }) => staffId !== author.staffId);
}

function belongsTo(
  audience: AnyAudience,
  author: Told['author'],
  data: Told['data'],
): (colleague: Colleague) => boolean {
  if (audience === 'case_team') return ({ onCase }) => onCase;
  if (audience === 'other_side_of_team')
    return ({ onCase, organisationId }) => onCase && organisationId !== author.organisationId;
  if (audience === 'supervisors') return ({ role }) => role === 'supervisor';
  if (audience === 'teams_of_person') return ({ withPerson }) => withPerson;
  if ('staff' in audience) return ({ staffId }) => staffId === data[audience.staff];
  if ('teamOf' in audience)
    return ({ withPerson, organisationId }) => withPerson && organisationId === data[audience.teamOf];
  return ({ role, organisationId }) => role === 'supervisor' && organisationId === data[audience.supervisorsOf];
}
