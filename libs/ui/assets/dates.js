/* Dates and times while they are typed: the date shown in both calendars, 1430 written as 14:30. The server alone judges them. */
const wareki = new Intl.DateTimeFormat('ja-JP-u-ca-japanese', {
  era: 'long',
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  timeZone: 'UTC',
});

const half = (text) => text.normalize('NFKC').trim();

function bothCalendars(boxes) {
  const value = (part) => half(boxes.querySelector(`[name$="_${part}"]`)?.value ?? '');
  const era = boxes.querySelector('[name$="_era"]');
  const firstYear = era?.selectedOptions[0]?.dataset.firstYear;
  const typedYear = value('year') === '元' ? '1' : value('year');
  if (![typedYear, value('month'), value('day')].every((text) => /^\d+$/.test(text))) return '';
  const inEra = firstYear !== undefined && typedYear.length < 4;
  const year = inEra ? Number(firstYear) + Number(typedYear) - 1 : Number(typedYear);
  if (year < 1868) return '';
  const date = new Date(Date.UTC(year, Number(value('month')) - 1, Number(value('day'))));
  if (date.getUTCMonth() !== Number(value('month')) - 1 || date.getUTCDate() !== Number(value('day'))) return '';
  const text = wareki.format(date);
  return inEra && !text.startsWith(era.value) ? '' : `${text}（${year}年）`;
}

export function startDates() {
  document.addEventListener('input', (event) => {
    const boxes = event.target.closest?.('[data-date-boxes]');
    const output = boxes?.querySelector('output');
    if (output) output.textContent = bothCalendars(boxes);
  });
  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!input.matches?.('[data-time]')) return;
    const [, hour, minute] = /^(\d{1,2})[:時]?(\d{2})分?$/.exec(half(input.value)) ?? [];
    if (hour !== undefined) input.value = `${hour.padStart(2, '0')}:${minute}`;
  });
}
