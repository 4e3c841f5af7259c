-- What was there before the history of orgs and indicators was kept is known from the beginning.
INSERT INTO org_version (org_id, version, name, active_from, active_to, known_at)
  SELECT id, 1, name, active_from, active_to, '-infinity' FROM org;
--> statement-breakpoint
INSERT INTO indicator_version (indicator_id, version, terms, known_at)
  SELECT id, 1, to_jsonb(i), '-infinity' FROM indicator i;
--> statement-breakpoint
DROP FUNCTION xushi_put_org(text, text, text, text, date, date, text, date);
--> statement-breakpoint
-- Creates or changes an org below the caller's scope and rebuilds the closure of what it moves. A new org has
-- no place in the closure yet, which is why a plain insert under row-level security cannot do this.
-- `p_memberships` is [{"parent", "from", "to"}] in order of time, parent null for the top; its last entry is the
-- place in the tree that decides who sees the org. Rows that say something else end, and stay on record.
CREATE FUNCTION xushi_put_org(
  p_key text, p_name text, p_level text, p_memberships jsonb, p_active_from date, p_active_to date, p_review text,
  p_now timestamptz
) RETURNS TABLE (id integer, created boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    v_scope integer := nullif(current_setting('xushi.org', true), '')::integer;
    v_parent integer;
    v_old_parent integer;
    v_id integer;
    v_created boolean := false;
    v_entry record;
  BEGIN
    -- One writer of the tree at a time: two moves at once could close a circle.
    PERFORM pg_advisory_xact_lock(hashtext('xushi.org_tree'));
    SELECT o.id INTO v_id FROM org o WHERE o.key = p_key;
    IF v_id = 0 THEN RAISE EXCEPTION 'orgNotFound' USING ERRCODE = 'XU404'; END IF;
    FOR v_entry IN
      SELECT e.parent, e.from_day, e.to_day, e.position FROM jsonb_to_recordset(p_memberships)
        AS e(parent text, from_day date, to_day date, position integer) ORDER BY e.position
    LOOP
      SELECT o.id INTO v_parent FROM org o
        JOIN org_closure c ON c.descendant_id = o.id AND c.ancestor_id = v_scope
        WHERE o.key = coalesce(v_entry.parent, 'all');
      -- Where it belonged before is not the caller's to name, and not his to forget.
      IF v_parent IS NULL THEN
        SELECT m.parent_id INTO v_parent FROM org_membership m JOIN org o ON o.id = m.parent_id
          WHERE m.org_id = v_id AND m.ended_at IS NULL AND m.from_day = v_entry.from_day
            AND o.key = coalesce(v_entry.parent, 'all') AND v_entry.to_day IS NOT NULL;
      END IF;
      IF v_parent IS NULL THEN
        RAISE EXCEPTION 'parentNotFound %', v_entry.position USING ERRCODE = 'XU404';
      END IF;
    END LOOP;
    IF v_id IS NULL THEN
      INSERT INTO org (key, name, level, active_from, active_to, review)
        VALUES (p_key, p_name, p_level, p_active_from, p_active_to, p_review) RETURNING org.id INTO v_id;
      v_created := true;
    ELSE
      PERFORM 1 FROM org_closure WHERE ancestor_id = v_scope AND descendant_id = v_id AND v_id <> v_scope;
      IF NOT FOUND THEN RAISE EXCEPTION 'orgNotFound' USING ERRCODE = 'XU404'; END IF;
      UPDATE org SET name = p_name, level = p_level, active_from = p_active_from, active_to = p_active_to,
        review = p_review WHERE org.id = v_id;
    END IF;
    INSERT INTO org_version (org_id, version, name, active_from, active_to, known_at)
      SELECT v_id, coalesce(max(v.version), 0) + 1, p_name, p_active_from, p_active_to, p_now
      FROM org_version v WHERE v.org_id = v_id;
    SELECT m.parent_id INTO v_old_parent FROM org_membership m
      WHERE m.org_id = v_id AND m.ended_at IS NULL ORDER BY m.from_day DESC LIMIT 1;
    UPDATE org_membership m SET ended_at = p_now
      WHERE m.org_id = v_id AND m.ended_at IS NULL AND NOT EXISTS (
        SELECT 1 FROM jsonb_to_recordset(p_memberships) AS e(parent text, from_day date, to_day date)
        JOIN org o ON o.key = coalesce(e.parent, 'all')
        WHERE o.id = m.parent_id AND e.from_day = m.from_day AND e.to_day IS NOT DISTINCT FROM m.to_day);
    INSERT INTO org_membership (org_id, parent_id, from_day, to_day, known_at)
      SELECT v_id, o.id, e.from_day, e.to_day, p_now
      FROM jsonb_to_recordset(p_memberships) AS e(parent text, from_day date, to_day date)
      JOIN org o ON o.key = coalesce(e.parent, 'all')
      WHERE NOT EXISTS (SELECT 1 FROM org_membership m
        WHERE m.org_id = v_id AND m.ended_at IS NULL AND m.from_day = e.from_day);
    IF v_old_parent IS DISTINCT FROM v_parent THEN
      PERFORM 1 FROM org_closure WHERE ancestor_id = v_id AND descendant_id = v_parent;
      IF FOUND THEN RAISE EXCEPTION 'orgCycle' USING ERRCODE = 'XU422'; END IF;
      DELETE FROM org_closure c USING org_closure s
        WHERE s.ancestor_id = v_id AND c.descendant_id = s.descendant_id
          AND c.ancestor_id NOT IN (SELECT descendant_id FROM org_closure WHERE ancestor_id = v_id);
      INSERT INTO org_closure (ancestor_id, descendant_id) VALUES (v_id, v_id) ON CONFLICT DO NOTHING;
      INSERT INTO org_closure (ancestor_id, descendant_id)
        SELECT up.ancestor_id, down.descendant_id FROM org_closure up, org_closure down
        WHERE up.descendant_id = v_parent AND down.ancestor_id = v_id
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN QUERY SELECT v_id, v_created;
  END $$;
--> statement-breakpoint
-- The key of a parent, also of one that the caller does not see: where an org belongs is the org's own. Null: the top.
CREATE FUNCTION xushi_org_key(p_id integer) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT o.key FROM org o WHERE o.id = p_id AND o.id <> 0 $$;
--> statement-breakpoint
-- The orgs that an org belongs to, itself at distance 0 and the top of the tree last, as it was known at a moment: its
-- place is its last membership. Whoever asks sees the org itself already.
CREATE FUNCTION xushi_ancestors(p_orgs integer[], p_as_of timestamptz)
  RETURNS TABLE (org_id integer, ancestor_id integer, distance integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH RECURSIVE up AS (
      SELECT a.org_id, a.org_id AS ancestor_id, 0 AS distance FROM unnest(p_orgs) AS a(org_id)
      WHERE session_user <> 'xushi_api' OR a.org_id IN (SELECT xushi_subtree())
      UNION ALL
      SELECT u.org_id, m.parent_id, u.distance + 1
      FROM up u CROSS JOIN LATERAL (
        SELECT m.parent_id FROM org_membership m
        WHERE m.org_id = u.ancestor_id AND m.known_at <= p_as_of AND (m.ended_at IS NULL OR m.ended_at > p_as_of)
        ORDER BY m.from_day DESC LIMIT 1) m
    )
    SELECT * FROM up
  $$;
--> statement-breakpoint
-- Orgs whose figures others are judged with: the parents of the asked ones, at any time, and those a formula names or
-- named, called what they were called at the moment.
-- An api key sees only its subtree; of what lies above it the answers carry a reference value, never the rows.
-- Their ids go on as an array: how many rows a function gives is a guess that would read whole tables.
CREATE FUNCTION xushi_operand_orgs(p_orgs integer[], p_as_of timestamptz)
  RETURNS TABLE (org_id integer, org_key text, org_name text, org_level text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    WITH asked AS (
      SELECT a.org_id FROM unnest(p_orgs) AS a(org_id)
      WHERE session_user <> 'xushi_api' OR a.org_id IN (SELECT xushi_subtree())
    ), related AS (
      SELECT m.parent_id AS org_id FROM org_membership m JOIN asked a ON a.org_id = m.org_id WHERE m.parent_id <> 0
      UNION
      SELECT o.id FROM indicator_version i
        CROSS JOIN LATERAL (VALUES (i.terms->'formula'->'numerator'->>'org'), (i.terms->'formula'->'denominator'->>'org'))
          AS f(key)
        JOIN org o ON o.key = f.key
        WHERE EXISTS (SELECT 1 FROM asked)
    )
    SELECT o.id, o.key, v.name, o.level FROM related r JOIN org o ON o.id = r.org_id
    CROSS JOIN LATERAL (SELECT v.name FROM org_version v WHERE v.org_id = o.id AND v.known_at <= p_as_of
      ORDER BY v.version DESC LIMIT 1) v
  $$;
--> statement-breakpoint
CREATE FUNCTION xushi_operand_figures(p_orgs integer[], p_years integer[], p_as_of timestamptz)
  RETURNS SETOF figure
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT f.* FROM figure f
    WHERE f.org_id = ANY (ARRAY(SELECT r.org_id FROM xushi_operand_orgs(p_orgs, p_as_of) r))
      AND f.year = ANY (p_years) AND f.known_at <= p_as_of
    ORDER BY f.id
  $$;
--> statement-breakpoint
-- Of targets above only what a completion rate takes.
CREATE FUNCTION xushi_operand_targets(p_orgs integer[], p_years integer[], p_as_of timestamptz)
  RETURNS TABLE (org_id integer, year integer, indicator_id integer, version integer, deciding boolean, value text,
    plan jsonb, applies_from integer)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT t.org_id, t.year, t.indicator_id, v.version, v.deciding, v.value::text, v.plan, v.applies_from
    FROM target t JOIN target_version v ON v.target_id = t.id
    WHERE t.org_id = ANY (ARRAY(SELECT r.org_id FROM xushi_operand_orgs(p_orgs, p_as_of) r))
      AND t.year = ANY (p_years) AND t.measure = 'value' AND v.known_at <= p_as_of
    ORDER BY t.id, v.version
  $$;
--> statement-breakpoint
-- The policies that hung on the asked orgs or above them at a moment; `distance` 0 is the org itself.
CREATE FUNCTION xushi_hung_policies(p_orgs integer[], p_as_of timestamptz)
  RETURNS TABLE (org_id integer, distance integer, policy_key text, indicator_id integer, target_id integer,
    from_period text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT a.org_id, a.distance, p.policy_key, p.indicator_id, p.target_id, p.from_period
    FROM xushi_ancestors(p_orgs, p_as_of) a
    JOIN policy_scope p ON p.org_id = a.ancestor_id
    WHERE p.known_at <= p_as_of AND (p.ended_at IS NULL OR p.ended_at > p_as_of)
    ORDER BY p.id
  $$;
--> statement-breakpoint
DO $$
DECLARE
  t text;
  scoped text[] := ARRAY['org_version', 'peer_group_version', 'published_reference', 'standing', 'roll_up',
    'evaluation_rerun', 'score_adjustment', 'register_change'];
BEGIN
  FOREACH t IN ARRAY scoped LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY subtree ON %I TO xushi_api USING (org_id IN (SELECT xushi_subtree())) WITH CHECK (org_id IN (SELECT xushi_subtree()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE indicator_version ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readable ON indicator_version FOR SELECT TO xushi_api USING (xushi_scope() IS NOT NULL);
--> statement-breakpoint
CREATE POLICY root_inserts ON indicator_version FOR INSERT TO xushi_api WITH CHECK (xushi_scope() = 0);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON org_version, indicator_version, peer_group_version, published_reference, standing,
  roll_up, evaluation_rerun, score_adjustment, register_change TO xushi_worker;
--> statement-breakpoint
GRANT SELECT ON org_version, indicator_version, peer_group_version, published_reference, standing, roll_up,
  evaluation_rerun, score_adjustment, register_change TO xushi_api;
--> statement-breakpoint
GRANT INSERT ON indicator_version, peer_group_version, published_reference, evaluation_rerun, score_adjustment,
  register_change TO xushi_api;
--> statement-breakpoint
GRANT UPDATE (state, level, owner, changed_at) ON alert TO xushi_api;
--> statement-breakpoint
GRANT INSERT ON alert_transition TO xushi_api;
--> statement-breakpoint
REVOKE ALL ON FUNCTION xushi_put_org(text, text, text, jsonb, date, date, text, timestamptz),
  xushi_org_key(integer), xushi_ancestors(integer[], timestamptz),
  xushi_operand_orgs(integer[], timestamptz), xushi_operand_figures(integer[], integer[], timestamptz),
  xushi_operand_targets(integer[], integer[], timestamptz), xushi_hung_policies(integer[], timestamptz) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION xushi_put_org(text, text, text, jsonb, date, date, text, timestamptz),
  xushi_org_key(integer), xushi_ancestors(integer[], timestamptz),
  xushi_operand_orgs(integer[], timestamptz), xushi_operand_figures(integer[], integer[], timestamptz),
  xushi_operand_targets(integer[], integer[], timestamptz), xushi_hung_policies(integer[], timestamptz)
  TO xushi_api, xushi_worker;
