import { APP_ROLE, policies, REPORT_ROLE, routines } from '../../platform/sql/index.js';

/**
 * Whose an organisation is (機関の持ち主). What makes one take part in a site is one of these functions and no INSERT: who has to agree, they ask of
 * the rows and of the transaction. The table of owners: decision 61.
 */
export const OWNER_ROUTINES = routines(
  'owners of organisations',
  `
CREATE OR REPLACE FUNCTION app_side() RETURNS text LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT o.side FROM organisation o WHERE o.id = ANY ((SELECT app_orgs())::int[]) LIMIT 1 $$;

-- Its own administrator's; the entering organisation's as long as nobody administers it yet.
CREATE OR REPLACE FUNCTION owns_organisation(p_organisation int) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT (SELECT app_role()) = 'site_administrator' AND (p_organisation = ANY ((SELECT app_orgs())::int[])
    OR EXISTS (SELECT 1 FROM organisation o WHERE o.id = p_organisation AND o.entered_by_org = ANY ((SELECT app_orgs())::int[])
      AND NOT EXISTS (SELECT 1 FROM staff s WHERE s.organisation_id = o.id AND s.role = 'site_administrator'
        AND (s.employed_until IS NULL OR s.employed_until > (SELECT app_today()))))) $$;

-- A new one of the actor's own side, at the actor's site. Answers NULL where it is another's to say, or the code is taken.
CREATE OR REPLACE FUNCTION enter_organisation(p_code text, p_name text) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE entered int;
BEGIN
  IF (SELECT app_role()) IS DISTINCT FROM 'site_administrator' THEN RETURN NULL; END IF;
  INSERT INTO organisation (code, name, side, entered_by_org) VALUES (p_code, p_name, app_side(), (app_orgs())[1])
    ON CONFLICT DO NOTHING RETURNING id INTO entered;
  IF entered IS NOT NULL THEN INSERT INTO site_organisation (site_id, organisation_id) VALUES ((app_sites())[1], entered); END IF;
  RETURN entered;
END $$;

-- Agrees as far as it is the actor's to: for the side at the site, for the organisation itself. Answers the organisation once nobody is asked any more, 0 while
-- somebody is, NULL where it is not the actor's to say.
CREATE OR REPLACE FUNCTION confirm_organisation(p_proposal uuid) RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE proposal organisation_proposal%ROWTYPE; proposing text; joined int; agreed boolean := false;
BEGIN
  SELECT * INTO proposal FROM organisation_proposal p WHERE p.id = p_proposal AND p.ended_at IS NULL FOR UPDATE;
  IF NOT FOUND OR (SELECT app_role()) IS DISTINCT FROM 'site_administrator' THEN RETURN NULL; END IF;
  SELECT o.side INTO proposing FROM organisation o WHERE o.id = proposal.proposed_by_org;
  IF proposal.side <> proposing AND proposal.side_confirmed_by IS NULL AND proposal.site_id = ANY ((SELECT app_sites())::int[])
    AND app_side() = proposal.side THEN
    proposal.side_confirmed_by := (SELECT app_staff()); agreed := true;
  END IF;
  IF proposal.organisation_id = ANY ((SELECT app_orgs())::int[]) AND proposal.own_confirmed_by IS NULL THEN
    proposal.own_confirmed_by := (SELECT app_staff()); agreed := true;
  END IF;
  IF NOT agreed THEN RETURN NULL; END IF;
  UPDATE organisation_proposal SET side_confirmed_by = proposal.side_confirmed_by, own_confirmed_by = proposal.own_confirmed_by WHERE id = p_proposal;
  IF (proposal.side <> proposing AND proposal.side_confirmed_by IS NULL)
    OR (proposal.organisation_id IS NOT NULL AND proposal.own_confirmed_by IS NULL) THEN RETURN 0; END IF;
  joined := proposal.organisation_id;
  IF joined IS NULL THEN
    -- Entered by whoever confirmed it: of their side it is.
    INSERT INTO organisation (code, name, side, entered_by_org) VALUES (proposal.code, proposal.name, proposal.side, (app_orgs())[1])
      ON CONFLICT DO NOTHING RETURNING id INTO joined;
    IF joined IS NULL THEN RETURN NULL; END IF;
  END IF;
  INSERT INTO site_organisation (site_id, organisation_id) VALUES (proposal.site_id, joined) ON CONFLICT DO NOTHING;
  UPDATE organisation_proposal SET ended_at = (SELECT app_now()), outcome = 'joined' WHERE id = p_proposal;
  RETURN joined;
END $$;
REVOKE ALL ON FUNCTION app_side(), owns_organisation(int), enter_organisation(text, text), confirm_organisation(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION app_side(), owns_organisation(int) TO ${APP_ROLE}, ${REPORT_ROLE};
GRANT EXECUTE ON FUNCTION enter_organisation(text, text), confirm_organisation(uuid) TO ${APP_ROLE};
`,
  'DROP FUNCTION IF EXISTS app_side(), owns_organisation(int), enter_organisation(text, text), confirm_organisation(uuid)',
);

/** Seen by whoever has to agree or asked: the administrators at the site, and those of the organisation that is to join. */
const CONCERNS_ACTOR = `(SELECT app_role()) = 'site_administrator'
  AND (organisation_proposal.site_id = ANY ((SELECT app_sites())::int[]) OR organisation_proposal.organisation_id = ANY ((SELECT app_orgs())::int[]))`;

export const OWNER_POLICIES = [
  policies(
    'organisation_proposal',
    `GRANT SELECT, INSERT (id, site_id, organisation_id, code, name, side, proposed_by_org), UPDATE (ended_at, outcome) ON organisation_proposal TO ${APP_ROLE};
CREATE POLICY organisation_proposal_read ON organisation_proposal FOR SELECT TO ${APP_ROLE} USING (${CONCERNS_ACTOR});
CREATE POLICY organisation_proposal_make ON organisation_proposal FOR INSERT TO ${APP_ROLE}
  WITH CHECK ((SELECT app_role()) = 'site_administrator' AND site_id = ANY ((SELECT app_sites())::int[])
    AND proposed_by_org = ANY ((SELECT app_orgs())::int[]));
CREATE POLICY organisation_proposal_end ON organisation_proposal FOR UPDATE TO ${APP_ROLE} USING (${CONCERNS_ACTOR})
  WITH CHECK (outcome IN ('refused', 'withdrawn'));`,
  ),
  policies(
    'organisation_former_name',
    `GRANT SELECT, INSERT (organisation_id, name) ON organisation_former_name TO ${APP_ROLE};
CREATE POLICY organisation_former_name_read ON organisation_former_name FOR SELECT TO ${APP_ROLE} USING (true);
CREATE POLICY organisation_former_name_keep ON organisation_former_name FOR INSERT TO ${APP_ROLE} WITH CHECK (owns_organisation(organisation_id));`,
  ),
];
