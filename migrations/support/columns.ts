/**
 * Columns that many tables share, to be put into a `classedTable` body. Each piece ends without a comma and without the class
 * of its last column, which the table writes behind it: `${BY_WHOM}, -- public`.
 */

/** When and by whom the row was written; both fill themselves from the transaction's actor. */
export const BY_WHOM = `
  created_at timestamptz NOT NULL DEFAULT app_now(), -- public
  created_by uuid DEFAULT app_staff()`;

/** What a stale edit is recognised by, and who made the last one. */
export const CHANGED = `
  version int NOT NULL DEFAULT 1, -- public
  updated_at timestamptz NOT NULL DEFAULT app_now(), -- public
  updated_by uuid DEFAULT app_staff()`;

/** A record about a person: the row-level policies need all four. */
export const OWNED = `
  id uuid PRIMARY KEY, -- public
  site_id int NOT NULL REFERENCES site (id), -- public
  org_id int NOT NULL REFERENCES organisation (id), -- personal 記録した機関
  jobseeker_id uuid NOT NULL REFERENCES jobseeker (id)`;

/** A record of a case belongs to the same person as the case. */
export const samePersonAsCase = (table: string): string => `
  CONSTRAINT ${table}_same_person FOREIGN KEY (support_case_id, jobseeker_id) REFERENCES support_case (id, jobseeker_id)`;

/**
 * `fresh_<table>_number()`: an unused number of seven digits, drawn by chance. Numbers in a row would tell whoever holds two of them how many people
 * were registered in between, those of the other organisation and those in hiding among them. It looks past row-level security, because a number that
 * one may not see is taken all the same.
 */
export const freshNumbers = (table: string, prefix = ''): string => `
CREATE FUNCTION fresh_${table}_number() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE drawn text;
BEGIN
  LOOP
    drawn := '${prefix}' || lpad(floor(random() * 10000000)::int::text, 7, '0');
    EXIT WHEN NOT EXISTS (SELECT FROM ${table} WHERE number = drawn);
  END LOOP;
  RETURN drawn;
END $$;`;
