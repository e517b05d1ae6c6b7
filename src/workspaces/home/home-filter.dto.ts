import { IsOptional, IsString } from 'class-validator';
import { CaseFilterQuery } from '../case-rows/case-filter.dto.js';

/** The filters of a home, in its address. Unless asked otherwise: one's own work. */
export class HomeFilterQuery extends CaseFilterQuery {
  /** What the last page said about itself; nothing to filter by. */
  @IsOptional()
  @IsString()
  flash?: string;
}
