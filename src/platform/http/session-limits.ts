import { SetMetadata } from '@nestjs/common';

export const SESSION_LIMIT = 'session-limit';

/** Routes that give out much about many: what a stolen session, or somebody who collects, would ask again and again. */
export type LimitedUse = 'search' | 'export';

/** How often one session may within a minute. Somebody who types a name asks for suggestions a few times; nobody reads thirty files. */
export const SESSION_LIMITS: Readonly<Record<LimitedUse, number>> = { search: 120, export: 30 };

/** Beside `Permit`: counted for each session, all routes of one use together; 429 with `Retry-After` beyond. */
export const Limited = (use: LimitedUse): MethodDecorator => SetMetadata(SESSION_LIMIT, use);
