import type { CountDefinition, Counting } from './definition.js';
import type { FactName } from './fact.js';

/**
 * 全国集計: what is counted alike of every site, whatever the sites' own plans count. A person helped at two sites is counted at
 * each: sites do not know of each other's people.
 */
export const ROLL_UP: readonly CountDefinition[] = [
  count('visit', 'person_occurrences'),
  count('registration', 'distinct_persons'),
  count('consultation', 'occurrences'),
  count('consultation', 'distinct_persons'),
  { ...count('consultation', 'occurrences'), filters: { teamSupportOnly: true } },
  count('support_request', 'occurrences'),
  count('plan', 'distinct_persons'),
  count('referral', 'occurrences'),
  count('referral', 'distinct_persons'),
  count('offer', 'occurrences'),
  { ...count('placement', 'occurrences'), date: 'starts_on' },
  { ...count('placement', 'distinct_persons'), date: 'starts_on' },
  count('support', 'people_under_support'),
];

function count(fact: FactName, counting: Counting): CountDefinition {
  return { type: 'count', fact, counting, date: 'occurred_on', filters: {} };
}
