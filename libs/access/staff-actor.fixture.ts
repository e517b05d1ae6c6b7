import type { StaffActor } from './actors.js';

/** A case staff member of the city, with the given facts changed. For specs of this room. */
export function staffActor(changes: Partial<StaffActor> = {}): StaffActor {
  return {
    kind: 'staff',
    staffId: '00000000-0000-4000-8000-000000000001',
    name: '見本 花子',
    organisationId: 1,
    organisationName: '見本市',
    side: 'municipal',
    role: 'case_staff',
    siteIds: [1],
    siteId: 1,
    deskId: null,
    ...changes,
  };
}
