/** Work wanted after the commit; the payload carries identifiers only. */
export interface JobWanted {
  readonly topic: string;
  readonly payload: Readonly<Record<string, unknown>>;
}
