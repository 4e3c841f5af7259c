-- Who may see and touch which rows. The api's role is held inside the subtree named by the setting `xushi.org`;
-- without it no row is visible. Policies compare integers through the org closure table.

CREATE FUNCTION xushi_scope() RETURNS integer
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT nullif(current_setting('xushi.org', true), '')::integer $$;
--> statement-breakpoint
-- SECURITY DEFINER, so that the policy on org_closure itself does not recurse.
CREATE FUNCTION xushi_subtree() RETURNS SETOF integer
  LANGUAGE sql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = public, pg_temp ROWS 100
  AS $$ SELECT descendant_id FROM org_closure WHERE ancestor_id = nullif(current_setting('xushi.org', true), '')::integer $$;
--> statement-breakpoint
INSERT INTO org (id, key, name, level) VALUES (0, 'all', '全部', 'installation');
--> statement-breakpoint
INSERT INTO org_closure (ancestor_id, descendant_id) VALUES (0, 0);
--> statement-breakpoint
-- The only way in before a scope is known: a key's hash for who holds it.
CREATE FUNCTION xushi_authenticate(key_hash bytea)
  RETURNS TABLE (key_id uuid, key_name text, role text, org_id integer, org_key text, person_id integer, person_key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT k.id, k.name, k.role, k.org_id, o.key, k.person_id, p.key
    FROM api_key k JOIN org o ON o.id = k.org_id LEFT JOIN person p ON p.id = k.person_id
    WHERE k.hash = key_hash AND k.revoked_at IS NULL
  $$;
--> statement-breakpoint
-- Whether all work that is due has been done, in every subtree: what a simulated clock waits for.
CREATE FUNCTION xushi_settled(business_now timestamptz) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT NOT EXISTS (SELECT 1 FROM outstanding WHERE dead_at IS NULL)
       AND NOT EXISTS (
         SELECT 1 FROM delivery d JOIN receiver r ON r.id = d.receiver_id
         WHERE d.state = 'pending' AND d.next_attempt_at <= business_now AND r.enabled
           -- One that waits behind an earlier one of its alert has no turn of its own yet.
           AND NOT EXISTS (SELECT 1 FROM delivery earlier WHERE earlier.receiver_id = d.receiver_id
             AND earlier.alert_id = d.alert_id AND earlier.state = 'pending' AND earlier.sequence < d.sequence))
  $$;
--> statement-breakpoint
-- Creates or changes an org below the caller's scope and rebuilds the closure of what it moves. A new org has
-- no place in the closure yet, which is why a plain insert under row-level security cannot do this.
CREATE FUNCTION xushi_put_org(
  p_key text, p_name text, p_level text, p_parent text, p_active_from date, p_active_to date, p_review text,
  p_member_from date
) RETURNS TABLE (id integer, created boolean)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    v_scope integer := nullif(current_setting('xushi.org', true), '')::integer;
    v_parent integer;
    v_id integer;
    v_created boolean := false;
    v_old_parent integer;
  BEGIN
    -- One writer of the tree at a time: two moves at once could close a circle.
    PERFORM pg_advisory_xact_lock(hashtext('xushi.org_tree'));
    SELECT o.id INTO v_parent FROM org o
      JOIN org_closure c ON c.descendant_id = o.id AND c.ancestor_id = v_scope
      WHERE o.key = coalesce(p_parent, 'all');
    IF v_parent IS NULL THEN RAISE EXCEPTION 'parentNotFound' USING ERRCODE = 'XU404'; END IF;
    SELECT o.id INTO v_id FROM org o WHERE o.key = p_key;
    IF v_id = 0 THEN RAISE EXCEPTION 'orgNotFound' USING ERRCODE = 'XU404'; END IF;
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
    SELECT m.parent_id INTO v_old_parent FROM org_membership m WHERE m.org_id = v_id AND m.to_day IS NULL;
    IF v_old_parent IS DISTINCT FROM v_parent THEN
      PERFORM 1 FROM org_closure WHERE ancestor_id = v_id AND descendant_id = v_parent;
      IF FOUND THEN RAISE EXCEPTION 'orgCycle' USING ERRCODE = 'XU422'; END IF;
      UPDATE org_membership SET to_day = p_member_from - 1
        WHERE org_membership.org_id = v_id AND to_day IS NULL AND from_day < p_member_from;
      DELETE FROM org_membership WHERE org_membership.org_id = v_id AND to_day IS NULL;
      INSERT INTO org_membership (org_id, parent_id, from_day) VALUES (v_id, v_parent, p_member_from);
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
DO $$
DECLARE
  t text;
  scoped text[] := ARRAY[
    'person', 'api_key', 'audit', 'idempotency', 'duty', 'target', 'target_version', 'policy_scope', 'period_due',
    'submission', 'figure', 'evaluation', 'evaluation_change', 'alert', 'alert_transition', 'event', 'receiver',
    'delivery', 'delivery_item', 'delivery_attempt', 'dispatch_list', 'report', 'report_file'];
BEGIN
  FOREACH t IN ARRAY scoped LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY subtree ON %I TO xushi_api USING (org_id IN (SELECT xushi_subtree())) WITH CHECK (org_id IN (SELECT xushi_subtree()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE org ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY subtree ON org FOR SELECT TO xushi_api USING (id IN (SELECT xushi_subtree()));
--> statement-breakpoint
ALTER TABLE org_membership ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY subtree ON org_membership FOR SELECT TO xushi_api USING (org_id IN (SELECT xushi_subtree()));
--> statement-breakpoint
ALTER TABLE org_closure ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY subtree ON org_closure FOR SELECT TO xushi_api USING (ancestor_id IN (SELECT xushi_subtree()));
--> statement-breakpoint
-- The catalogue, light policies and the work calendar are the installation's: read by every scope, written at the root.
ALTER TABLE indicator ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readable ON indicator FOR SELECT TO xushi_api USING (xushi_scope() IS NOT NULL);
--> statement-breakpoint
CREATE POLICY root_inserts ON indicator FOR INSERT TO xushi_api WITH CHECK (xushi_scope() = 0);
--> statement-breakpoint
CREATE POLICY root_updates ON indicator FOR UPDATE TO xushi_api USING (xushi_scope() = 0) WITH CHECK (xushi_scope() = 0);
--> statement-breakpoint
ALTER TABLE policy_version ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readable ON policy_version FOR SELECT TO xushi_api USING (xushi_scope() IS NOT NULL);
--> statement-breakpoint
CREATE POLICY root_inserts ON policy_version FOR INSERT TO xushi_api WITH CHECK (xushi_scope() = 0);
--> statement-breakpoint
ALTER TABLE calendar_year ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readable ON calendar_year FOR SELECT TO xushi_api USING (xushi_scope() IS NOT NULL);
--> statement-breakpoint
CREATE POLICY subtree_inserts ON calendar_year FOR INSERT TO xushi_api WITH CHECK (org_id IN (SELECT xushi_subtree()));
--> statement-breakpoint
ALTER TABLE installation ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY readable ON installation FOR SELECT TO xushi_api USING (true);
--> statement-breakpoint
CREATE POLICY root_updates ON installation FOR UPDATE TO xushi_api USING (xushi_scope() = 0) WITH CHECK (xushi_scope() = 0);
--> statement-breakpoint
-- Work that is owed: the api adds it with its events and may count it (readiness, settled), nothing else.
ALTER TABLE outstanding ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY appends ON outstanding FOR INSERT TO xushi_api WITH CHECK (xushi_scope() IS NOT NULL);
--> statement-breakpoint
ALTER TABLE tick ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO xushi_api, xushi_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO xushi_worker;
--> statement-breakpoint
GRANT SELECT ON org, org_membership, org_closure, person, api_key, audit, idempotency, indicator, duty, calendar_year,
  target, target_version, policy_version, policy_scope, period_due, submission, figure, evaluation, evaluation_change,
  alert, alert_transition, event, receiver, delivery, delivery_item, delivery_attempt, dispatch_list, report,
  report_file, installation TO xushi_api;
--> statement-breakpoint
GRANT INSERT ON person, api_key, audit, idempotency, indicator, duty, calendar_year, target, target_version,
  policy_version, policy_scope, period_due, submission, figure, event, outstanding, receiver, report TO xushi_api;
--> statement-breakpoint
GRANT UPDATE ON person, indicator, idempotency, report, receiver, installation, submission, period_due TO xushi_api;
--> statement-breakpoint
GRANT UPDATE (revoked_at) ON api_key TO xushi_api;
--> statement-breakpoint
GRANT UPDATE (ended_at) ON policy_scope TO xushi_api;
--> statement-breakpoint
GRANT UPDATE (state, next_attempt_at, finished_at) ON delivery TO xushi_api;
--> statement-breakpoint
GRANT DELETE ON idempotency TO xushi_api;
--> statement-breakpoint
REVOKE ALL ON FUNCTION xushi_settled(timestamptz), xushi_authenticate(bytea), xushi_put_org(text, text, text, text, date, date, text, date) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION xushi_settled(timestamptz), xushi_authenticate(bytea), xushi_put_org(text, text, text, text, date, date, text, date) TO xushi_api, xushi_worker;
