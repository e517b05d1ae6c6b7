/** A backup that cannot be made, read or restored; the message is the sentence for the operator. */
export class BackupRefused extends Error {}

export const DAMAGED = 'The file is damaged: what is in it is not what was written. Take another backup.';
export const CUT_SHORT = 'The file ends before its end: it was not written or copied to the end. Take another backup.';
