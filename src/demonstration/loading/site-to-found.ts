import { randomUUID } from 'node:crypto';
import type { Role, Side } from '#access';
import type { PlanStaff, YearlyPlan } from '#indicators';
import type { NewSite, NewStaff } from '../../founding/index.js';

/** What the logins of the posts end in, after the code of the site. */
export type PostLogin = 'city-supervisor' | 'hello-work-supervisor' | 'administrator' | 'auditor';

/** A post that no plan file names and every site needs; its holder is invented. */
interface Post {
  readonly login: PostLogin;
  readonly side: Side;
  readonly role: Role;
  readonly person: Pick<PlanStaff, 'name' | 'kana' | 'title'>;
}

const POSTS: readonly Post[] = [
  {
    login: 'city-supervisor',
    side: 'municipal',
    role: 'supervisor',
    person: { name: '例示 監子', kana: 'レイジ カンコ', title: '就労支援係長' },
  },
  {
    login: 'hello-work-supervisor',
    side: 'national',
    role: 'supervisor',
    person: { name: '例示 統', kana: 'レイジ オサム', title: '統括職業指導官' },
  },
  {
    login: 'administrator',
    side: 'municipal',
    role: 'site_administrator',
    person: { name: '例示 管理', kana: 'レイジ カンリ', title: '主査' },
  },
  {
    login: 'auditor',
    side: 'municipal',
    role: 'auditor',
    person: { name: '例示 検査', kana: 'レイジ ケンサ', title: '監査担当' },
  },
];

/** Code of a post's holder at a site; for the other staff it is the code in the plan file. */
export const postCode = (site: string, login: PostLogin): string => `${site}-${login}`;

/**
 * The site its plan files describe, ready to be founded: its staff as case staff, and the posts no plan speaks of. Nobody can
 * sign in: the password is drawn and forgotten.
 * @param plans of one site, the earlier year first; what a later year adds is there from the beginning
 * @throws Error without a plan, or when a side has no organisation
 */
export function siteToFound(plans: readonly YearlyPlan[]): NewSite {
  const [first] = plans;
  if (first === undefined) throw new Error('a site is founded from its plans');
  const { code, name, openedOn } = first.site;
  const password = randomUUID();
  const organisations = firstOfEach(plans.flatMap((plan) => plan.organisations));
  const post = ({ login, side, role, person }: Post): NewStaff => {
    const organisation = organisations.find((candidate) => candidate.side === side);
    if (organisation === undefined) throw new Error(`${code} has no ${side} organisation`);
    return {
      login: postCode(code, login),
      password,
      name: person.name,
      nameKana: person.kana,
      title: person.title,
      role,
      organisation: organisation.code,
    };
  };
  return {
    code,
    name,
    openedOn,
    organisations,
    desks: firstOfEach(plans.flatMap((plan) => plan.desks)),
    targetGroups: firstOfEach(plans.flatMap((plan) => plan.targetGroups)).map((group) => group.code),
    programmes: firstOfEach(plans.flatMap((plan) => plan.programmes)),
    staff: [
      ...staffOf(plans).map((member): NewStaff => ({
        login: member.code,
        password,
        name: member.name,
        nameKana: member.kana,
        title: member.title,
        role: 'case_staff',
        organisation: member.organisation,
      })),
      ...POSTS.map(post),
    ],
    ...agreementOf(first),
    ...councilOf(first),
  };
}

function staffOf(plans: readonly YearlyPlan[]): (PlanStaff & { readonly organisation: string })[] {
  return firstOfEach(
    plans.flatMap(({ organisations }) =>
      organisations.flatMap(({ code, staff }) => staff.map((member) => ({ ...member, organisation: code }))),
    ),
  );
}

function agreementOf({ agreement }: YearlyPlan): Pick<NewSite, 'agreement'> {
  if (agreement?.signedOn === undefined) return {};
  return { agreement: { concludedOn: agreement.signedOn, parties: agreement.parties.join('・') } };
}

function councilOf({ site, council }: YearlyPlan): Pick<NewSite, 'council'> {
  if (council?.chair === undefined) return {};
  const members = council.members.map((organisationName) => ({ organisationName, post: '' }));
  return { council: { name: `${site.name}運営協議会`, chair: council.chair, members } };
}

/** One entry a code, as first told. */
function firstOfEach<T extends { readonly code: string }>(entries: readonly T[]): T[] {
  return [...new Map(entries.toReversed().map((entry) => [entry.code, entry])).values()].toReversed();
}
