import type { SupportRequestStatus } from '#domain/support-case';
import type { Phase } from '#ui';

/** The phase each state of a request is shown by. */
export const phaseOfRequest: Readonly<Record<SupportRequestStatus, Phase>> = {
  requested: 'waiting',
  accepted: 'reached',
  returned: 'ended',
};
