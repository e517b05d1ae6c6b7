import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsNotEmpty } from 'class-validator';
import { IsDay, IsVersion } from '../../../platform/http/index.js';

const MEETING_KINDS = ['interview', 'conference'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** 個別面接 or ケース会議 that was held. */
export class RecordMeeting {
  @ApiProperty({ enum: MEETING_KINDS, description: '個別面接・ケース会議' })
  @IsNotEmpty()
  @IsIn(MEETING_KINDS)
  kind: MeetingKind;

  @ApiProperty({ format: 'date', description: '実施日' })
  @IsNotEmpty()
  @IsDay()
  heldOn: string;

  @ApiProperty({ description: 'version of the case that was read' })
  @IsNotEmpty()
  @IsVersion()
  version: number;
}
