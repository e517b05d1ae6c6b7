/**
 * Puts the name by which whoever registered a person knows them into the person's row, where a system for one organisation would have it: for the
 * opponents, in copies of their own.
 */
export const NAMES_IN_ROW = `
  ALTER TABLE jobseeker ADD COLUMN family_name text, ADD COLUMN given_name text, ADD COLUMN family_kana text, ADD COLUMN given_kana text,
    ADD COLUMN kana_key text COLLATE "C", ADD COLUMN birth_date date, ADD COLUMN age_band text;
  UPDATE jobseeker j SET family_name = i.family_name, given_name = i.given_name, family_kana = i.family_kana, given_kana = i.given_kana,
    kana_key = i.kana_key, birth_date = i.birth_date, age_band = i.age_band
  FROM jobseeker_identity i WHERE i.jobseeker_id = j.id AND i.org_id = j.org_id;`;
