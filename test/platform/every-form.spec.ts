import { randomUUID } from 'node:crypto';
import { RouteDeclarations } from '../../src/platform/http/index.js';
import { startApplication, type TestApplication } from '../support/application.js';
import { staffIdOf } from '../support/arrangements/consultations.js';
import { aCase, takeStep } from '../support/arrangements/cases.js';
import { aCaseInSupport, aLeaving, aPlacement, aReferral } from '../support/arrangements/placements.js';
import { aJobseeker } from '../support/arrangements/jobseekers.js';
import { aPopulatedSite, type PopulatedSite } from '../support/arrangements/populated-site.js';
import { PAGES } from '../support/every-page.js';
import { type Control, type PageForm, writingForms } from '../support/forms.js';
import { type PageAnswer, PageUser, textOf } from '../support/pages.js';

interface FormOnPage extends PageForm {
  readonly login: string;
  readonly page: string;
}

type Values = Readonly<Record<string, readonly string[]>>;

/** One thing that is wrong with what is sent. */
interface Mistake {
  readonly name: string;
  /** Choices that cannot come back, for they are none. */
  readonly about: readonly string[];
  readonly values: Values;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Acts of one press, with nothing typed. */
const PRESSED = new RegExp(
  `^/(${[
    'sign-(in|out)',
    'account/.*',
    'notifications/(:id/(un)?read|read-all)',
    'machine-accounts/:id/end',
    'site/organisation-proposals/:id/(confirmation|refusal)',
    'reports',
    'staff/:id/(unlock|password-reset(-request(/withdrawal)?)?|departure/withdrawal)',
    'next-actions/:id/end',
    'jobseekers/:id/protection/(renewal|lift/.*)',
    'sharing-decisions/:id/end',
    'jobseekers/:id/identity-comparisons',
    'yearly-plans.*',
  ].join('|')})$`,
);

describe('every form', () => {
  let t: TestApplication;
  const users = new Map<string, PageUser>();
  const forms = new Map<string, FormOnPage>();
  beforeAll(async () => {
    t = await startApplication();
    const ids = await aPopulatedSite(t);
    for (const { login, at } of PAGES) await collect(login, at(ids));
    for (const [login, page] of await furtherPages(t, ids)) await collect(login, page);
  }, 120_000);
  afterAll(() => t.close());

  async function collect(login: string, page: string): Promise<void> {
    const user = users.get(login) ?? (await PageUser.signedIn(t, login));
    users.set(login, user);
    for (const form of writingForms((await user.get(page)).html))
      forms.set(`${form.action} ${actOf(form)}`, { ...form, login, page });
  }

  const routeOf = (action: string): string | undefined =>
    t.app
      .get(RouteDeclarations)
      .all()
      .find(({ method, path }) => method === 'POST' && new RegExp(`^${path.replace(/:\w+/g, '[^/]+')}$`).test(action))
      ?.path;

  it('is met on some page', () => {
    const met = new Set([...forms.values()].map(({ action }) => routeOf(action)));
    const all = t.app
      .get(RouteDeclarations)
      .all()
      .filter(({ method, path }) => method === 'POST' && !path.startsWith('/api/') && !PRESSED.test(path));
    expect(all.map(({ path }) => path).filter((path) => !met.has(path))).toEqual([]);
  });

  it('gives back what was typed, whatever else is wrong with it, and leads from each error to its field', async () => {
    const complaints: string[] = [];
    const typing = [...forms.values()].filter(({ action }) => !PRESSED.test(routeOf(action) ?? action));
    const tries = [
      ...typing.flatMap((form) => mistakesIn(form).map((mistake) => ({ form, mistake }))),
      ...typing.map((form) => ({ form, mistake: nothingIn(form) })),
      ...typing.flatMap((form) => [NOTHING, NOTHING].map((mistake) => ({ form, mistake }))),
    ];
    for (const { form, mistake } of tries) {
      const sent = { ...typedInto(form), ...mistake.values };
      const answer = await send(form, sent);
      for (const wrong of [lostIn(answer, form, sent, mistake), ...astrayIn(answer, form, mistake)])
        if (wrong !== undefined)
          complaints.push(`${form.login} ${form.page} → ${form.action}, ${mistake.name}: ${answer.status} ${wrong}`);
    }
    expect(complaints).toEqual([]);
  }, 300_000);

  async function send({ login, action }: FormOnPage, values: Values): Promise<PageAnswer> {
    const body = new URLSearchParams(
      Object.entries(values).flatMap(([name, all]) => all.map((value): [string, string] => [name, value])),
    );
    if (body.has('_key')) body.set('_key', randomUUID());
    const user = users.get(login);
    if (!user) throw new Error(`${login} did not sign in`);
    return user.post(action, body);
  }
});

/**
 * Records that stand where only some forms are offered: asked and not yet referred, offered and not yet answered, gone from the
 * site, closed, without anybody who answers.
 */
async function furtherPages(t: TestApplication, { employer }: PopulatedSite): Promise<[login: string, page: string][]> {
  const navigator = await t.as('navigator');
  const of = await aCaseInSupport(t, { familyName: '途中', familyKana: 'トチュウ' });
  const { id: referral } = await aReferral(t, of);
  const offer = await navigator.post(`/cases/${of.caseId}/offers`, {
    employerId: employer,
    receivedOn: t.clock.today(),
  });
  const invited = await aReferral(t, { ...of, letter: true });
  const ahead = { interviewOn: '2026-06-16', version: invited.version };
  const arranged = await navigator.post(`/referrals/${invited.id}/interview`, ahead);
  const jobless = await aCaseInSupport(t, { familyName: '離職', familyKana: 'リショク' });
  const lostJob = await aPlacement(t, jobless);
  await aLeaving(t, lostJob);
  await aCase(t, 'caseworker', { role: '通訳' });
  const { caseId: closed } = await aCase(t, 'caseworker');
  await takeStep(t, 'caseworker', closed, 'close', { closeReason: 'moved' });
  const gone = await staffIdOf(t, 'auditor');
  const left = await (
    await t.as('administrator')
  ).post(`/staff/${gone}/departure`, { scope: 'site', leavesOn: t.clock.today(), version: 1 });
  const inHiding = await aJobseeker(t, 'caseworker', { familyKana: 'カクレガ', protectedFrom: t.clock.today() });
  const answers = [offer, arranged, left];
  if (answers.some(({ status }) => status >= 300)) throw new Error(`not arranged: ${JSON.stringify(answers)}`);
  return [
    ['caseworker', `/jobseekers/${inHiding.id}/protection`],
    ['navigator', `/referrals/${referral}`],
    ['navigator', `/referrals/${invited.id}`],
    ['caseworker', `/cases/${jobless.caseId}/placements/new`],
    ['navigator', `/placements/${lostJob}`],
    ['navigator', `/offers/${offer.body.id}`],
    ['administrator', `/staff/${gone}`],
    ['caseworker', `/cases/${closed}/steps`],
    ['city-supervisor', '/unattended-cases'],
  ];
}

/** What tells apart two forms of one address. */
const actOf = ({ controls }: PageForm): string =>
  controls
    .filter(({ kind, name }) => kind === 'hidden' && /^(kind|state|action|step|answer|move)$/.test(name))
    .map(({ values }) => values.join())
    .join();

/** What a person would write into each field. */
function typedInto({ controls }: PageForm): Values {
  return Object.fromEntries(
    controls.map((control, index): [string, readonly string[]] => [control.name, plausible(control, index)]),
  );
}

function plausible({ name, kind, values, options, attributes }: Control, index: number): readonly string[] {
  if (kind === 'hidden') return values;
  if (kind === 'date') return [{ era: '', year: '2026', month: '6', day: '9' }[/[a-z]+$/.exec(name)?.[0] ?? ''] ?? ''];
  if (kind === 'choice')
    return values.some((value) => value !== '') ? values : options.filter((option) => option !== '').slice(0, 1);
  if (kind === 'box') return values;
  if (attributes['type'] === 'password' || name.endsWith('_q')) return values;
  if ('data-time' in attributes) return ['10:30'];
  if (attributes['inputmode'] === 'numeric' || attributes['inputmode'] === 'decimal') return ['3'];
  return [/kana/i.test(name) ? 'カナテスト' : `打込み${index}<b>&"引用"`];
}

const NOTHING: Mistake = { name: 'nothing wrong', about: [], values: {} };

/** Sent without anything in it. */
const nothingIn = ({ controls }: PageForm): Mistake => {
  const open = controls.filter(({ kind }) => kind !== 'hidden');
  return {
    name: 'nothing at all',
    about: open.map(({ name }) => name),
    values: Object.fromEntries(open.map(({ name, kind }) => [name, kind === 'box' ? [] : ['']])),
  };
};

/** One at a time: a date that is none, a choice or a record that is gone, an old version, too long a text. */
function mistakesIn({ controls }: PageForm): Mistake[] {
  return controls.flatMap(({ name, kind, values }): Mistake[] => {
    const mistake = (what: string, value: string, about: string[] = []): Mistake => ({
      name: `${what} in ${name}`,
      about,
      values: { [name]: [value] },
    });
    if (kind === 'date') return name.endsWith('_month') ? [mistake('a month that is none', '13')] : [];
    if (kind === 'choice')
      return [mistake('a choice that is gone', 'gone', [name]), mistake('a record that is gone', randomUUID(), [name])];
    if (kind === 'text') return [mistake('too long a text', '長い'.repeat(6000))];
    if (name === 'version') return [mistake('an old version', '0'), mistake('no version', '')];
    return kind === 'hidden' && values.some((value) => UUID.test(value)) && name !== '_key' && !/stepKey$/.test(name)
      ? [mistake('a record that is gone', randomUUID())]
      : [];
  });
}

/**
 * Errors of the summary that lead to no field: whoever looks for the place with the keyboard does not find it. What a page sends
 * unseen has no place.
 */
function astrayIn({ html }: PageAnswer, { controls }: FormOnPage, { values }: Mistake): string[] {
  const isUnseen = (name: string): boolean => controls.some((one) => one.name === name && one.kind === 'hidden');
  if (Object.keys(values).some(isUnseen)) return [];
  const [, summary = ''] = /data-error-summary>([\s\S]*?)<\/ul>/.exec(html) ?? [];
  return [...summary.matchAll(/<li>(.*?)<\/li>/gs)].flatMap(([, line = '']) => {
    const [, id] = /<a href="#([^"]*)"/.exec(line) ?? [];
    return id !== undefined && html.includes(` id="${id}"`) ? [] : [`leads to no field: ${textOf(line)}`];
  });
}

/** @returns what is missing from the answer; undefined when it was taken or is all there */
function lostIn({ status, html }: PageAnswer, form: FormOnPage, sent: Values, { about }: Mistake): string | undefined {
  if (status === 303) return undefined;
  if (status >= 500) return 'is a breakdown';
  if (status === 200 && !/data-error-summary|notice-warn|notice-error/.test(html)) return undefined;
  const again = writingForms(html).find((one) => one.action === form.action && actOf(one) === actOf(form));
  const isThere = again !== undefined && !html.includes('class="bare"');
  const missing = form.controls.filter(({ name, kind }) => {
    const values = sent[name] ?? [];
    if (kind === 'hidden' || about.includes(name) || /password/i.test(name) || values.every((value) => value === ''))
      return false;
    // Where the form is offered no more, at least the words can still be read.
    if (!isThere)
      return kind === 'text' && values.some((value) => /[^!-~]/.test(value) && !textOf(html).includes(value));
    const back = again.controls.find((control) => control.name === name);
    const isGone = kind === 'choice' && back !== undefined && !values.some((value) => back.options.includes(value));
    return !isGone && JSON.stringify(back?.values) !== JSON.stringify(values);
  });
  return missing.length === 0
    ? undefined
    : `${isThere ? 'lost' : 'shows the form no more, nor'} ${missing.map(({ name }) => name).join(', ')}`;
}
