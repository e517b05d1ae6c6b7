export { RegisterJobseeker } from './dto/register-jobseeker.dto.js';
export { JobseekersModule } from './jobseekers.module.js';
export { type Jobseeker, JobseekersRepository } from './jobseekers.repository.js';
export { JobseekersService } from './jobseekers.service.js';
export { ProtectionService } from './protection.service.js';
