import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type Html, Permit, type SeeOther, seeOther } from '../../../platform/http/index.js';
import { ForPage, type PageContext } from '../../../platform/pages/index.js';
import { UnitOfWork } from '../../../platform/unit-of-work/index.js';
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
}
