import { IsOptional } from 'class-validator';
import { IsVersion } from '../../platform/http/index.js';

/** Which version of a plan is to be shown (版番号); absent: the one in force. `flash` is the notice of the page before. */
export class VersionQuery {
  @IsOptional()
  @IsVersion()
  version?: number;

  @IsOptional()
  flash?: string;
}
