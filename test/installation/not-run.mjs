/** What could not be tried on this machine, with a sentence why: neither passed nor failed. */
export class NotRun extends Error {}
