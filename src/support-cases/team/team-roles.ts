/** 主担当: each organisation has one on a case at a time; the other roles may be held by several. */
export const LEAD_ROLE = '主担当';

export const SOLE_ROLES: readonly string[] = [LEAD_ROLE];

/** Roles the forms offer; any other may be typed, for titles and roles are data of the site. */
export const USUAL_ROLES: readonly string[] = [LEAD_ROLE, '副担当', '通訳', '専門相談', '求人開拓'];

export const TEAM_ROLE_MAX = 40;
