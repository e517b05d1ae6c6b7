export { TimelineModule } from './timeline.module.js';
export { type TimelineLine, type TimelinePage, TimelineService } from './timeline.service.js';
