import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiTags } from '@nestjs/swagger';
import type { StaffActor } from '#access';
import { CurrentActor, Permit } from '../platform/http/index.js';
import type { NotificationLine } from './notice-lines.js';
import { ReadAll } from './notifications.dto.js';
import { NotificationsService } from './notifications.service.js';

@ApiTags('notifications')
@ApiBearerAuth()
@Controller('api/v1/notifications')
export class NotificationsApiController {
  constructor(private readonly notifications: NotificationsService) {}

  @Get()
  @Permit('notification.read')
  async mine(@CurrentActor() actor: StaffActor): Promise<{ items: NotificationLine[] }> {
    return { items: await this.notifications.mine(actor) };
  }

  @Post(':id/read')
  @HttpCode(204)
  @Permit('notification.read')
  markRead(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.notifications.markRead(actor, id);
  }

  /** Takes a reading back. */
  @Post(':id/unread')
  @HttpCode(204)
  @Permit('notification.read')
  markUnread(@CurrentActor() actor: StaffActor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.notifications.markUnread(actor, id);
  }

  /** Everything at once; what came after `upTo` stays unread. */
  @Post('read-all')
  @HttpCode(204)
  @Permit('notification.read')
  async markAllRead(@CurrentActor() actor: StaffActor, @Body() { upTo }: ReadAll): Promise<void> {
    await this.notifications.markAllRead(actor, upTo);
  }
}
