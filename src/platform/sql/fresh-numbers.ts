import { type RepeatableSql, routines } from './repeatable.js';

/**
 * `fresh_<table>_number()`: an unused number of seven digits, drawn by chance. Numbers in a row would tell whoever holds two
 * of them how many people were registered in between, those of the other organisation and those in hiding among them. It
 * looks past row-level security, because a number that one may not see is taken all the same.
 */
export function freshNumbers(table: string, prefix = ''): RepeatableSql {
  return routines(
    `fresh ${table} number`,
    `CREATE OR REPLACE FUNCTION fresh_${table}_number() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE drawn text;
BEGIN
  LOOP
    drawn := '${prefix}' || lpad(floor(random() * 10000000)::int::text, 7, '0');
    EXIT WHEN NOT EXISTS (SELECT FROM ${table} WHERE number = drawn);
  END LOOP;
  RETURN drawn;
END $$;`,
  );
}
