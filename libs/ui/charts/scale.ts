/** A round upper end for an axis that has to hold `value`: 1, 2, 2.5 or 5 times a power of ten, at least 1. */
export function niceMaximum(value: number): number {
  if (!(value > 1)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= value) ?? 10;
  return step * power;
}

/** A share of a length, kept inside it, with one decimal. */
export function share(value: number, maximum: number, length: number): number {
  if (maximum <= 0) return 0;
  const clamped = Math.min(Math.max(value / maximum, 0), 1);
  return Math.round(clamped * length * 10) / 10;
}

/** Thousands as people write them. */
export function formatCount(value: number): string {
  return value.toLocaleString('ja-JP', { maximumFractionDigits: 1 });
}

/** About how wide a text is drawn: Japanese characters are square, others half as wide. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2000 ? 0.6 : 1), 0) * fontSize;
}

/**
 * A row for each label so that none covers another, the topmost row that is free.
 *
 * @returns row numbers from 0, in the order given
 */
export function placeLabels(labels: readonly { x: number; width: number }[]): number[] {
  const rows: { from: number; to: number }[][] = [];
  return labels.map(({ x, width }) => {
    const from = x - 10;
    const to = x + width;
    const free = rows.findIndex((taken) => taken.every((other) => to <= other.from || from >= other.to));
    const row = free === -1 ? rows.length : free;
    (rows[row] ??= []).push({ from, to });
    return row;
  });
}
