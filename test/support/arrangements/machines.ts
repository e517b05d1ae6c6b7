import type { MachineScope } from '#access';
import { ApiUser, type Answer, type TestApplication } from '../application.js';
import { PASSWORD } from '../sites.js';
import { staffIdOf } from './staff.js';

interface Wanted {
  readonly owner?: string;
  readonly scopes?: readonly MachineScope[];
  readonly endsOn?: string;
  readonly name?: string;
  /** The administrator, of the same organisation as the owner. */
  readonly by?: string;
}

/** An account for which somebody was asked to answer, made by the administrator of 見本市 unless said otherwise. @returns its id */
export async function aMachineAccount(
  t: TestApplication,
  {
    owner = 'caseworker',
    scopes = ['read_figures'],
    endsOn = '2026-12-01',
    name = '庁内ポータル',
    by = 'administrator',
  }: Wanted = {},
): Promise<string> {
  const administrator = await t.as(by);
  return createdId(
    await administrator.post('/machine-accounts', { name, scopes, endsOn, ownerId: await staffIdOf(t, owner) }),
  );
}

/** The token of an account, made by its owner, who accepts it first. @returns the machine that uses it */
export async function aMachine(t: TestApplication, wanted: Wanted = {}): Promise<{ id: string; machine: ApiUser }> {
  const id = await aMachineAccount(t, wanted);
  const owner = await t.as(wanted.owner ?? 'caseworker');
  const accepted = await owner.post(`/account/machine-accounts/${id}/acceptance`);
  if (accepted.status !== 204) throw new Error(`not accepted: ${JSON.stringify(accepted.body)}`);
  const { body } = await owner.post(`/account/machine-accounts/${id}/token`, { currentPassword: PASSWORD });
  return { id, machine: new ApiUser(t.app, body.token) };
}

function createdId({ status, body }: Answer): string {
  if (status !== 201) throw new Error(`not created: ${status} ${JSON.stringify(body)}`);
  return body.id;
}
