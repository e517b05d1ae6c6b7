import { describeChanges } from './changes.js';
import { SINGLE_CHANGES } from './single-changes.js';

describeChanges(SINGLE_CHANGES.filter(([what]) => /^(?:referral|placement) /.test(what)));
