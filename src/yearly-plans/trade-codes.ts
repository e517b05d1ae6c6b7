import type { TradeCodes } from '#indicators';
import { ja } from '#messages';
import { OPTIONAL_STEPS } from '#domain/support-case';

/** The codes a plan file may filter by without declaring them. */
export const TRADE_CODES: TradeCodes = {
  routes: Object.keys(ja.codes.placementRoute),
  channels: Object.keys(ja.codes.channel),
  optionalSteps: OPTIONAL_STEPS,
};
