import { formatWareki, isIsoDate } from '#kernel';
import { ja } from '#messages';
import type { AuditEntry } from '../audit.repository.js';
import type { AuditNames } from '../audit.service.js';

type Words = Readonly<Record<string, string>>;

const FIELDS: Words = { ...ja.jobseeker.field, ...ja.audit.fields };

/** Which list of codes tells a value's Japanese, by field. */
const CODES: Readonly<Record<string, Words>> = {
  role: ja.codes.role,
  side: ja.codes.side,
  state: ja.jobseeker.duplicateState,
  planCountsWhen: ja.organisation.planCountsWhen,
  protectionLiftBy: ja.organisation.protectionLiftBy,
  reviewState: ja.jobseeker.glassState,
  optionalSteps: ja.codes.caseStatus,
  usualCategories: ja.codes.sharingCategory,
  codes: ja.codes.targetGroup,
};

/** 「権限：担当職員 → 監督者、窓口：— → 北支所」; of a person's record the fields alone. A field or a code without words shows itself. */
export function changesText(changes: AuditEntry['changes'], names: AuditNames): string {
  return Object.entries(changes)
    .map(([stored, change]) => {
      const field = stored.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
      const word = FIELDS[field] ?? stored;
      return change === null
        ? word
        : `${word}：${valueText(field, change.from, names)} → ${valueText(field, change.to, names)}`;
    })
    .join('、');
}

function valueText(field: string, value: unknown, names: AuditNames): string {
  if (value === null || value === undefined || value === '') return ja.audit.nothing;
  if (Array.isArray(value))
    return value.length === 0 ? ja.audit.nothing : value.map((one) => valueText(field, one, names)).join('・');
  if (typeof value === 'boolean') return value ? ja.audit.yes : ja.audit.no;
  if (typeof value === 'object')
    return Object.values(value)
      .map((one) => valueText(field, one, names))
      .join(' ');
  return nameOf(field, value, names) ?? codeOf(field, String(value));
}

function nameOf(field: string, value: unknown, { desks, staff }: AuditNames): string | undefined {
  if (field === 'deskId') return desks.find(({ id }) => id === value)?.name;
  return field === 'staffId' ? staff.find(({ id }) => id === value)?.name : undefined;
}

function codeOf(field: string, value: string): string {
  if (isIsoDate(value)) return formatWareki(value);
  const list = CODES[field];
  return list && Object.hasOwn(list, value) ? (list[value] ?? value) : value;
}
