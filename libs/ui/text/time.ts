/**
 * A time of day as people type it: '14:30', '1430', '９：０５', '14時30分', '9時'.
 *
 * @returns 'HH:MM', or undefined when it is not a time
 */
export function parseTime(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const match =
    /^(\d{1,2}):(\d{1,2})$/.exec(text) ?? /^(\d{1,2})時(?:(\d{1,2})分)?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text);
  if (match === null) return undefined;
  const [hour, minute] = [Number(match[1]), Number(match[2] ?? '0')];
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : undefined;
}
