import type { CaseList } from './case-filter.presenter.js';

/** 支援ケースの一覧: the open cases on whose team one is. */
export const CASELOAD: CaseList = { path: '/cases', scope: 'team', status: 'open' };

/** ホーム: one's own work. What has ended waits for nobody, so that no state is a filter here unless asked for. */
export const HOME: CaseList = { path: '/', scope: 'mine' };
