import { CreateFoundation1000000000001 } from './1000000000001-CreateFoundation.js';
import { CreatePeople1000000000002 } from './1000000000002-CreatePeople.js';
import { CreateCases1000000000003 } from './1000000000003-CreateCases.js';
import { CreatePlacements1000000000004 } from './1000000000004-CreatePlacements.js';
import { CreateWrittenRecords1000000000005 } from './1000000000005-CreateWrittenRecords.js';
import { CreateYearlyPlans1000000000006 } from './1000000000006-CreateYearlyPlans.js';
import { CreateFactViews1000000000007 } from './1000000000007-CreateFactViews.js';
import { CreateDueWork1000000000008 } from './1000000000008-CreateDueWork.js';
import { KeepRepeatableSql1000000000009 } from './1000000000009-KeepRepeatableSql.js';
import { KeepOneAtATime1000000000020 } from './1000000000020-KeepOneAtATime.js';
import { KeepDepartures1000000000021 } from './1000000000021-KeepDepartures.js';
import { CreateInterviews1000000000030 } from './1000000000030-CreateInterviews.js';
import { AllowSuccessivePlacements1000000000031 } from './1000000000031-AllowSuccessivePlacements.js';
import { KeepWhatWasTyped1000000000040 } from './1000000000040-KeepWhatWasTyped.js';
import { TellOfActivities1000000000041 } from './1000000000041-TellOfActivities.js';
import { KeepVersionInForce1000000000050 } from './1000000000050-KeepVersionInForce.js';
import { IndexFactDates1000000000060 } from './1000000000060-IndexFactDates.js';
import { KeepWhatClosingEnds1000000000070 } from './1000000000070-KeepWhatClosingEnds.js';
import { IndexOpenSteps1000000000090 } from './1000000000090-IndexOpenSteps.js';
import { KeepWhoWasPresent1000000000091 } from './1000000000091-KeepWhoWasPresent.js';
import { KeepLastFailure1000000000100 } from './1000000000100-KeepLastFailure.js';
import { KeepLookupsOffExclusions1000000000105 } from './1000000000105-KeepLookupsOffExclusions.js';
import { RecordBackups1000000000115 } from './1000000000115-RecordBackups.js';
import { KeepWhatWasHandled1000000000120 } from './1000000000120-KeepWhatWasHandled.js';
import { KeepRequestOfMessage1000000000125 } from './1000000000125-KeepRequestOfMessage.js';
import { KeepPlanEdits1000000000126 } from './1000000000126-KeepPlanEdits.js';
import { CreateSharingLedger1000000000130 } from './1000000000130-CreateSharingLedger.js';
import { KeepWhatEachWrote1000000000131 } from './1000000000131-KeepWhatEachWrote.js';
import { KeepAttempts1000000000140 } from './1000000000140-KeepAttempts.js';
import { ChangePasswordsOnce1000000000141 } from './1000000000141-ChangePasswordsOnce.js';
import { KeepTokensWithTheirOwners1000000000150 } from './1000000000150-KeepTokensWithTheirOwners.js';
import { KeepPasswordResets1000000000151 } from './1000000000151-KeepPasswordResets.js';
import { KeepOwnersOfMasterData1000000000152 } from './1000000000152-KeepOwnersOfMasterData.js';
import { AskAboutDuplicates1000000000160 } from './1000000000160-AskAboutDuplicates.js';
import { AgreeOnDefinitions1000000000161 } from './1000000000161-AgreeOnDefinitions.js';
import { BreakGlass1000000000162 } from './1000000000162-BreakGlass.js';
import { AskBeforeReopening1000000000165 } from './1000000000165-AskBeforeReopening.js';
import { EndTeamsOutOfSight1000000000166 } from './1000000000166-EndTeamsOutOfSight.js';
import { NameCategoryOfGroups1000000000167 } from './1000000000167-NameCategoryOfGroups.js';
import { RecordSharingDecisions1000000000168 } from './1000000000168-RecordSharingDecisions.js';
import { SealTheContext1000000000170 } from './1000000000170-SealTheContext.js';
import { KeepContentsOutOfAudit1000000000171 } from './1000000000171-KeepContentsOutOfAudit.js';
import { IndexEndsOfSharing1000000000172 } from './1000000000172-IndexEndsOfSharing.js';
import { SetGuardianAges1000000000173 } from './1000000000173-SetGuardianAges.js';
import { ProposeCategoriesByProgramme1000000000174 } from './1000000000174-ProposeCategoriesByProgramme.js';

/** In order; listed by hand so that nothing runs that was not read. */
export const migrations = [
  CreateFoundation1000000000001,
  CreatePeople1000000000002,
  CreateCases1000000000003,
  CreatePlacements1000000000004,
  CreateWrittenRecords1000000000005,
  CreateYearlyPlans1000000000006,
  CreateFactViews1000000000007,
  CreateDueWork1000000000008,
  KeepRepeatableSql1000000000009,
  KeepOneAtATime1000000000020,
  KeepDepartures1000000000021,
  CreateInterviews1000000000030,
  AllowSuccessivePlacements1000000000031,
  KeepWhatWasTyped1000000000040,
  TellOfActivities1000000000041,
  KeepVersionInForce1000000000050,
  IndexFactDates1000000000060,
  KeepWhatClosingEnds1000000000070,
  IndexOpenSteps1000000000090,
  KeepWhoWasPresent1000000000091,
  KeepLastFailure1000000000100,
  KeepLookupsOffExclusions1000000000105,
  RecordBackups1000000000115,
  KeepWhatWasHandled1000000000120,
  KeepRequestOfMessage1000000000125,
  KeepPlanEdits1000000000126,
  CreateSharingLedger1000000000130,
  KeepWhatEachWrote1000000000131,
  KeepAttempts1000000000140,
  ChangePasswordsOnce1000000000141,
  KeepTokensWithTheirOwners1000000000150,
  KeepPasswordResets1000000000151,
  KeepOwnersOfMasterData1000000000152,
  AskAboutDuplicates1000000000160,
  AgreeOnDefinitions1000000000161,
  BreakGlass1000000000162,
  AskBeforeReopening1000000000165,
  EndTeamsOutOfSight1000000000166,
  NameCategoryOfGroups1000000000167,
  RecordSharingDecisions1000000000168,
  SealTheContext1000000000170,
  KeepContentsOutOfAudit1000000000171,
  IndexEndsOfSharing1000000000172,
  SetGuardianAges1000000000173,
  ProposeCategoriesByProgramme1000000000174,
];
