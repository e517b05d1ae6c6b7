import { view } from '../../platform/sql/index.js';

/**
 * What the other features may read of 拠点・機関・窓口・事業・対象者区分: names, and the few things a statement elsewhere goes by (the
 * side of an organisation, the days after which a case has stalled). Each is one table without its other columns, so that a
 * statement is planned as if it named the table.
 */
export const ORGANISATION_NAMES = [
  view(
    'site_head',
    'SELECT t.id, t.code, t.name, t.opened_on, t.stalled_after_days, t.consultation_editable_minutes FROM site t',
  ),
  view('organisation_of_site', 'SELECT so.site_id, so.organisation_id FROM site_organisation so'),
  view('organisation_name', 'SELECT o.id, o.name, o.side FROM organisation o'),
  view('desk_name', 'SELECT d.id, d.site_id, d.name FROM desk d'),
  view('programme_name', 'SELECT p.id, p.site_id, p.code, p.name, p.optional_steps FROM programme p'),
  view('target_group_name', 'SELECT g.code, g.name, g.position FROM target_group g'),
];
