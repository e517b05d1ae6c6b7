export { type Employer, type EmployerLine, EmployersRepository, type JobOrder } from './employers.repository.js';
export { EmployersModule } from './employers.module.js';
export { EmployersTable } from './pages/employers-list/employers-table.js';
export { EmployersService } from './employers.service.js';
export { ReferredPeoplePort, type ReferredPeopleSource, type ReferredPerson } from './referred-people.js';
