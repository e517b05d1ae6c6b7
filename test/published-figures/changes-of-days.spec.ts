import { describeChanges } from './changes.js';
import { SINGLE_CHANGES } from './single-changes.js';

describeChanges(SINGLE_CHANGES.filter(([what]) => /^(?:jobseeker|consultation|support_case|support_plan) /.test(what)));
