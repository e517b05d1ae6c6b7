// The first day of an office: its first administrator, colleagues, a plan, a person, a consultation, a report.
import { randomUUID } from 'node:crypto';
import { fiscalYearOf, monthOf, today } from './days.mjs';

const GIVEN = 'hitotsume-no-kotoba';
const CHOSEN = 'jibun-de-eranda-kotoba';
const COLLEAGUES = [
  { login: 'kakari-1', role: 'case_staff', name: '見本 花子', nameKana: 'ミホン ハナコ' },
  { login: 'kakari-2', role: 'case_staff', name: '例示 進', nameKana: 'レイジ ススム' },
  { login: 'kantoku', role: 'supervisor', name: '仮名 司', nameKana: 'カメイ ツカサ' },
];

const FAMILY = '架空';
const WORDS = '最初の相談';

/** What stands in no log. */
export const NAMES = [...COLLEAGUES.flatMap(({ name, nameKana }) => [name, nameKana]), FAMILY, WORDS];

/**
 * @param {ReturnType<import('./visitor.mjs').visitorOf>} visitor
 * @param {{ login: string, password: string }} first as the migration was told
 */
export async function firstDay(visitor, first) {
  const administrator = await changesItsPassword(visitor, first);
  const openedOn = `${monthOf(-1)}-01`;
  const {
    name,
    planCountsWhen,
    consultationEditableMinutes,
    stalledAfterDays,
    smallNumberLimit,
    glassMinutes,
    protectionLiftBy,
    version,
  } = await visitor.done('GET', '/site', {
    token: administrator,
  });
  const settings = {
    ...{ name, openedOn, planCountsWhen, consultationEditableMinutes, stalledAfterDays, smallNumberLimit, version },
    ...{ glassMinutes, protectionLiftBy },
  };
  await visitor.done('PUT', '/site', { token: administrator, body: settings });
  for (const year of new Set([monthOf(-1), monthOf()].map(fiscalYearOf)))
    await visitor.done('PUT', '/yearly-plans', { token: administrator, body: { file: planOf(year, openedOn) } });
  for (const colleague of COLLEAGUES)
    await visitor.done('POST', '/staff', { token: administrator, body: { ...colleague, password: GIVEN } });
  const [author, colleague, supervisor] = await Promise.all(COLLEAGUES.map(({ login }) => firstSignIn(visitor, login)));
  const { staffId: colleagueId } = await visitor.done('GET', '/me', { token: colleague });

  const person = await register(visitor, author, 0);
  const consultation = await visitor.done('POST', '/consultations', {
    token: author,
    key: randomUUID(),
    body: { jobseekerId: person, heldOn: today(), kind: 'vocational', channel: 'desk', sharedText: WORDS },
  });
  const report = await visitor.done('POST', '/reports', {
    token: supervisor,
    key: randomUUID(),
    body: { month: monthOf(-1) },
  });
  return { author, supervisor, colleagueId, person, consultation: consultation.id, report: report.id };
}

/** By the pages, as somebody does who has been handed a password. @returns {Promise<string>} a token, with the chosen password */
async function changesItsPassword(visitor, { login, password }) {
  const browser = await visitor.browser().open('/');
  await browser.fillIn('/sign-in', { login, password });
  if (!browser.page.text.includes('action="/account/password"'))
    throw new Error(`${login} is not asked for another password`);
  const words = { currentPassword: password, newPassword: CHOSEN, repeatedPassword: CHOSEN };
  await browser.fillIn('/account/password', words);
  if (browser.page.status !== 200) throw new Error(`the password was not changed: ${browser.page.status}`);
  return (await visitor.done('POST', '/sessions', { body: { login, password: CHOSEN } })).token;
}

async function firstSignIn(visitor, login) {
  const { token } = await visitor.done('POST', '/sessions', { body: { login, password: GIVEN } });
  await visitor.done('PUT', '/account/password', { token, body: { currentPassword: GIVEN, newPassword: CHOSEN } });
  return token;
}

/** @returns {Promise<string>} id of an invented person */
export async function register(visitor, token, number) {
  const body = {
    familyName: FAMILY,
    givenName: `${number}番`,
    familyKana: 'カクウ',
    givenKana: 'バン',
    birthDate: '1990-05-05',
    confirmDuplicate: true,
  };
  return (await visitor.done('POST', '/jobseekers', { token, key: randomUUID(), body })).id;
}

/** @returns {Promise<string[]>} ids of so many cases, to which a colleague can be assigned */
export async function openCases(visitor, token, count) {
  const { programmes } = await visitor.done('GET', '/site', { token });
  const open = async (number) => {
    const jobseekerId = await register(visitor, token, number);
    const body = { jobseekerId, programmeId: programmes[0].id, openedOn: today(), role: '主担当' };
    return (await visitor.done('POST', '/cases', { token, key: randomUUID(), body })).id;
  };
  const ids = [];
  for (let number = 1; number <= count; number += 4)
    ids.push(...(await Promise.all([0, 1, 2, 3].map((more) => open(number + more)))));
  return ids;
}

/** The plan of a fiscal year, which counts consultations. */
function planOf(year, openedOn) {
  const window = openedOn > `${year}-04-01` ? `, window: { from: ${openedOn}, to: ${year + 1}-03-31 }` : '';
  return `format: yearly-plan/1
site: { code: site, name: 見本, opened_on: ${openedOn}, fiscal_year: ${year}${window} }
organisations:
  - { code: municipality, name: 見本市, side: municipal }
  - { code: hello-work, name: ハローワーク見本, side: national }
programmes:
  - code: livelihood
    name: 生活保護受給者等就労支援
    target_groups: [livelihood_protection]
    indicators:
      - code: consultations
        name: 相談延べ数
        unit: 件
        count: { fact: consultation, by: occurrences }
target_groups:
  - { code: livelihood_protection, name: 生活保護受給者 }
`;
}
