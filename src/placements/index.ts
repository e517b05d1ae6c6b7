export { PlacementsModule } from './placements.module.js';
export type { Placement } from './placements.repository.js';
export { PlacementsService } from './placements.service.js';
export { RetentionService } from './retention.service.js';
