import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrations } from '../../migrations/index.js';
import { projectRoot } from '../support/run.js';

/**
 * What has landed is frozen: databases out there ran it, and none will run it again. Whoever needs another schema adds a
 * step; whoever needs another rule changes its repeatable SQL.
 */
const FROZEN: Readonly<Record<string, string>> = {
  '1000000000001-CreateFoundation.ts': '85be7ccff58756e6',
  '1000000000002-CreatePeople.ts': 'dbb09355bd356f09',
  '1000000000003-CreateCases.ts': 'f6115a00713ac1a3',
  '1000000000004-CreatePlacements.ts': '0241cccfba12955b',
  '1000000000005-CreateWrittenRecords.ts': '2eb67d903827dfb9',
  '1000000000006-CreateYearlyPlans.ts': '54ceb14444a36bbd',
  '1000000000007-CreateFactViews.ts': '6ec8efbfa1762ca6',
  '1000000000008-CreateDueWork.ts': '21a1e103f6fed52e',
  '1000000000009-KeepRepeatableSql.ts': '9a17904666479262',
  '1000000000020-KeepOneAtATime.ts': '8cb7c99d879c1e17',
  '1000000000021-KeepDepartures.ts': '8272238d1a53ed04',
  '1000000000030-CreateInterviews.ts': 'e59b6e1ca185b8c1',
  '1000000000031-AllowSuccessivePlacements.ts': 'fd78d8323187834a',
  '1000000000040-KeepWhatWasTyped.ts': '1e41b3f3f6866e3e',
  '1000000000041-TellOfActivities.ts': '3ac5128746e15772',
  '1000000000050-KeepVersionInForce.ts': 'd29f07990ffc9018',
  '1000000000060-IndexFactDates.ts': '48a082b77b0eceba',
  '1000000000070-KeepWhatClosingEnds.ts': 'cb484768cb6fd4c2',
  '1000000000090-IndexOpenSteps.ts': '67db5c1672b90bc9',
  '1000000000091-KeepWhoWasPresent.ts': '9e62262e8899fb18',
  '1000000000100-KeepLastFailure.ts': 'c911833d71daf0a9',
  '1000000000105-KeepLookupsOffExclusions.ts': 'cbf8f11ba6c976d9',
  '1000000000115-RecordBackups.ts': '5ce43ac87ac65e5d',
  '1000000000120-KeepWhatWasHandled.ts': 'fe6e8d06a586b41d',
  '1000000000125-KeepRequestOfMessage.ts': '886b5ea8c0fd5485',
  '1000000000126-KeepPlanEdits.ts': '69cdcff3b3a53b53',
  '1000000000130-CreateSharingLedger.ts': '17c3f312cf77fe97',
  '1000000000131-KeepWhatEachWrote.ts': 'b69b681b3853a3a8',
  '1000000000140-KeepAttempts.ts': '91065b0f060ec52a',
  '1000000000141-ChangePasswordsOnce.ts': 'c904ca2773b6883c',
  '1000000000150-KeepTokensWithTheirOwners.ts': 'c79c8696d86f1ddb',
  '1000000000151-KeepPasswordResets.ts': 'df3a629169b4ba22',
  '1000000000152-KeepOwnersOfMasterData.ts': '03413f2e971abb84',
  '1000000000160-AskAboutDuplicates.ts': '0deafa42d3c45e0c',
  '1000000000161-AgreeOnDefinitions.ts': 'fc4891ed8aabc1b9',
  '1000000000162-BreakGlass.ts': 'ce6eb4bfd7919739',
  '1000000000165-AskBeforeReopening.ts': 'b4d84163b2929344',
  '1000000000166-EndTeamsOutOfSight.ts': '228f9cc0687db603',
  '1000000000167-NameCategoryOfGroups.ts': '4049e7d296afbf71',
  '1000000000168-RecordSharingDecisions.ts': '28e03fe417f43494',
  'support/classed.ts': 'b6d4cb8f202210fc',
  'support/columns.ts': 'e1308b1295012610',
  'support/policies.ts': '3acebec23bb2801e',
};

describe('a migration that has landed', () => {
  const folder = path.join(projectRoot(), 'migrations');
  const hashes = [...readdirSync(folder), ...readdirSync(path.join(folder, 'support')).map((name) => `support/${name}`)]
    .filter((name) => /^(\d{13}-\w+|support\/\w+)\.ts$/.test(name))
    .map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(path.join(folder, name)))
        .digest('hex')
        .slice(0, 16),
    ]);

  it.each(Object.entries(FROZEN))('is not changed: %s', (name, hash) => {
    expect(Object.fromEntries(hashes)[name]).toBe(hash);
  });

  it('comes before every step that has not', () => {
    const steps = hashes
      .map(([name]) => name ?? '')
      .filter((name) => /^\d/.test(name))
      .sort();
    const landed = steps.filter((name) => name in FROZEN);
    expect(steps.slice(0, landed.length)).toEqual(landed);
  });

  it('is listed where its number puts it: they run in that order, and the last one listed is what a process asks for before it serves', () => {
    const names = migrations.map(({ name }) => name);
    expect(names).toEqual([...names].sort((one, other) => Number(one.slice(-13)) - Number(other.slice(-13))));
  });
});
