import 'reflect-metadata';
import { IsNotEmpty, IsOptional } from 'class-validator';
import { InvalidInput } from '#kernel';
import { validated } from './validation.js';
import { BooleanFromText } from './validators.js';
import { INT_MAX, IsDay, IsId, IsMonth, IsRowId, IsVersion } from './value-types.js';
import { IsBoolean } from 'class-validator';

class Everything {
  @IsOptional()
  @IsId()
  id?: string;

  @IsOptional()
  @IsRowId()
  desk?: number;

  @IsOptional()
  @IsVersion()
  version?: number;

  @IsOptional()
  @IsDay()
  day?: string;

  @IsOptional()
  @IsMonth()
  month?: string;

  @BooleanFromText()
  @IsBoolean()
  yes: boolean = false;

  @IsNotEmpty()
  here: string = 'x';
}

const codes = async (input: object): Promise<string[]> => {
  try {
    await validated(Everything, input);
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.fields.map(({ field, code }) => `${field} ${code}`);
    throw error;
  }
};

describe('the types that every route shares', () => {
  it.each<[string, object]>([
    ['an id of any version, with blanks around', { id: ' 0198C5D0-0000-7000-8000-000000000000 ' }],
    ['a number within its column, also as text', { desk: '1', version: INT_MAX - 1 }],
    ['version 0, of what is not there yet', { version: 0 }],
    ['the first and the last day', { day: '1868-01-01', month: '2199-12' }],
    ['yes and no as a form and as a program send them', { yes: 'on' }],
    ['no in words', { yes: 'false' }],
  ])('take %s', async (_, input) => {
    expect(await codes(input)).toEqual([]);
  });

  it.each<[object, string]>([
    [{ id: '0198c5d0' }, 'id not_an_id'],
    [{ id: { nested: true } }, 'id not_an_id'],
    [{ desk: 99_999_999_999 }, 'desk out_of_range'],
    [{ desk: '99999999999' }, 'desk out_of_range'],
    [{ desk: 0 }, 'desk out_of_range'],
    [{ desk: 1.5 }, 'desk not_an_integer'],
    [{ desk: '1e400' }, 'desk not_an_integer'],
    [{ desk: [1] }, 'desk not_an_integer'],
    [{ version: INT_MAX }, 'version out_of_range'],
    [{ version: -1 }, 'version out_of_range'],
    [{ day: '0000-01-01' }, 'day not_a_date'],
    [{ day: '9999-12-31' }, 'day not_a_date'],
    [{ day: { year: 2026 } }, 'day not_a_date'],
    [{ month: '0000-01' }, 'month not_a_month'],
    [{ month: '2026-13' }, 'month not_a_month'],
    [{ yes: { nested: true } }, 'yes not_yes_or_no'],
    [{ yes: 'perhaps' }, 'yes not_yes_or_no'],
  ])('refuse %j at its field', async (input, refused) => {
    expect((await codes(input)).map((one) => one.split(',')[0])).toContain(refused);
  });
});
