export { PlacementsModule } from './placements.module.js';
export type { Placement, RetentionContact } from './placements.repository.js';
export { type PlacementFile, PlacementsService } from './placements.service.js';
export { RetentionService } from './retention.service.js';
