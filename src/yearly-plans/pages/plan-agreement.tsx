import { may } from '#access';
import { fill, ja } from '#messages';
import { Notice, PostButton, Stack } from '#ui';
import type { PageContext } from '../../platform/pages/index.js';
import type { PlanInForce } from '../yearly-plans.service.js';

const words = ja.yearlyPlan.agreement;

/** 数え方の合意: which indicators still wait for a side, and what one's own administrator may do about it. */
export function PlanAgreement({
  page,
  planInForce,
}: {
  readonly page: PageContext;
  readonly planInForce: PlanInForce;
}): JSX.Element {
  const { plan, version, agreements } = planInForce;
  const { side } = page.actor;
  const other = side === 'municipal' ? 'national' : 'municipal';
  const missing = (of: typeof side): string[] => agreements.filter((each) => !each[of]).map(({ name }) => name);
  const [own, others] = [missing(side), missing(other)];
  const action = `/yearly-plans/${plan.site.fiscalYear}/agreement`;
  const isAgreed = own.length === 0 && others.length === 0;
  const mayAct = may(page.actor, 'yearly_plan.write');
  return (
    <Notice tone={isAgreed ? 'info' : 'warn'} title={isAgreed ? words.agreed : words.notAgreed}>
      <Stack>
        {own.length === 0 ? null : <p safe>{fill(words.waitsForOwn, { indicators: own.join('、') })}</p>}
        {others.length === 0 ? null : <p safe>{fill(words.waitsForOther, { indicators: others.join('、') })}</p>}
        {mayAct && own.length > 0 ? (
          <PostButton action={action} csrfToken={page.csrfToken} text={words.agree} hidden={{ version }} />
        ) : null}
        {mayAct && own.length < agreements.length ? (
          <PostButton
            action={`${action}/withdrawal`}
            csrfToken={page.csrfToken}
            text={words.withdraw}
            hidden={{ version }}
          />
        ) : null}
      </Stack>
    </Notice>
  );
}
