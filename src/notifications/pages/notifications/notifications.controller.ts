import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther, validated } from '../../../platform/http/index.js';
import { ForPage, type PageContext, withDates } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
import { ReadAll } from '../../notifications.dto.js';
import { NotificationsService } from '../../notifications.service.js';
import { notificationsPage } from './notifications.view.js';

/** お知らせ */
@Controller('notifications')
export class NotificationsPageController {
  constructor(
    private readonly notifications: NotificationsService,
    private readonly work: UnitOfWork,
  ) {}

  @Get()
  @Permit('notification.read')
  async show(@ForPage() page: PageContext): Promise<Html> {
    return notificationsPage(page, {
      lines: await this.notifications.mine(page.actor),
      today: this.work.clock.today(),
    });
  }

  @Post(':id/read')
  @HttpCode(200)
  @Permit('notification.read')
  async read(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.notifications.markRead(page.actor, id);
    return seeOther('/notifications');
  }

  @Post(':id/unread')
  @HttpCode(200)
  @Permit('notification.read')
  async unread(@ForPage() page: PageContext, @Param('id', ParseUUIDPipe) id: string): Promise<SeeOther> {
    await this.notifications.markUnread(page.actor, id);
    return seeOther('/notifications');
  }

  @Post('read-all')
  @HttpCode(200)
  @Permit('notification.read')
  async readAll(@ForPage() page: PageContext, @Body() body: Record<string, unknown>): Promise<SeeOther> {
    const { upTo } = await validated(ReadAll, withDates(body, []));
    await this.notifications.markAllRead(page.actor, upTo);
    return seeOther('/notifications');
  }
}
