import { ListOrder } from './cursor.js';

const ID = '0198c5d0-0000-7000-8000-000000000000';
const BY_KANA = new ListOrder('people', { kana: 'text', id: 'id' });
const NEWEST = new ListOrder('records', { at: 'moment', id: 'id' });
const sealed = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a place in a list', () => {
  it('is found again in its own list and order', () => {
    expect(BY_KANA.find(BY_KANA.cursorAfter({ kana: 'ミホン ハナコ', id: ID }))).toEqual({
      kana: 'ミホン ハナコ',
      id: ID,
    });
    const at = '2026-06-10T03:00:00.000Z';
    expect(NEWEST.read(NEWEST.cursorAfter({ at, id: ID }))).toEqual({ at, id: ID });
    expect(NEWEST.read(undefined)).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ['of another list', sealed('people', '2026-06-10T03:00:00Z', ID)],
    ['with a key too few', sealed('records', ID)],
    ['with a key too many', sealed('records', '2026-06-10T03:00:00Z', ID, ID)],
    ['at no moment', sealed('records', 'now', ID)],
    ['at no id', sealed('records', '2026-06-10T03:00:00Z', '1')],
    ['with a key that is no text', sealed('records', { at: 1 }, ID)],
    ['that is an id', ID],
    ['that is no JSON', Buffer.from('[').toString('base64url')],
    ['that is empty', ''],
    ['without end', 'A'.repeat(5000)],
    ['that is a list', [sealed('records', '2026-06-10T03:00:00Z', ID)]],
  ])('is refused %s', (_, cursor) => {
    expect(NEWEST.find(cursor)).toBeUndefined();
  });

  it('is refused at its field', () => {
    expect(() => NEWEST.read(ID, 'cursor')).toThrow(
      expect.objectContaining({ fields: [{ field: 'cursor', code: 'cursor_of_another_list' }] }),
    );
  });

  it('holds no character that text of the database cannot', () => {
    expect(BY_KANA.find(sealed('people', 'ミ\u0000ホン', ID))).toBeUndefined();
  });
});
