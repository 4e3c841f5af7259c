-- A key is known by its secret, and after a rotation by the one before it for a while. Its own end and that of its
-- earlier secret are wall time, which the caller says. That it was used is written at most once an hour: a request
-- costs no write. Replaces the function of one argument.
DROP FUNCTION xushi_authenticate(bytea);
--> statement-breakpoint
CREATE FUNCTION xushi_authenticate(p_hash bytea, p_now timestamptz)
  RETURNS TABLE (key_id uuid, key_name text, role text, org_id integer, org_key text, person_id integer, person_key text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    v_key record;
  BEGIN
    SELECT k.id, k.name, k.role, k.org_id, o.key AS org_key, k.person_id, p.key AS person_key, k.last_used_at INTO v_key
    FROM api_key k JOIN org o ON o.id = k.org_id LEFT JOIN person p ON p.id = k.person_id
    WHERE (k.hash = p_hash OR (k.previous_hash = p_hash AND k.previous_until > p_now))
      AND k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > p_now);
    IF NOT FOUND THEN RETURN; END IF;
    IF v_key.last_used_at IS NULL OR v_key.last_used_at <= p_now - interval '1 hour' THEN
      -- Of many at once one writes; nobody waits for a row that an administrator is changing.
      UPDATE api_key SET last_used_at = p_now WHERE api_key.id = (
        SELECT u.id FROM api_key u WHERE u.id = v_key.id
          AND (u.last_used_at IS NULL OR u.last_used_at <= p_now - interval '1 hour')
        FOR UPDATE SKIP LOCKED);
    END IF;
    RETURN QUERY SELECT v_key.id, v_key.name, v_key.role, v_key.org_id, v_key.org_key, v_key.person_id, v_key.person_key;
  END $$;
--> statement-breakpoint
-- Our keys for other systems' codes: `p_asked` is [{"kind", "system", "code"}]. What the caller's org or the nearest
-- org above it says counts, and only orgs of the caller's subtree come out. Whose rows those above are is not shown,
-- which is why row-level security alone cannot do this.
CREATE FUNCTION xushi_our_keys(p_asked jsonb) RETURNS TABLE (kind text, system text, code text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT DISTINCT ON (a.kind, a.system, a.code) a.kind, a.system, a.code, coalesce(o.key, i.key)
    FROM jsonb_to_recordset(p_asked) AS w(kind text, system text, code text)
    CROSS JOIN (SELECT c.ancestor_id AS id,
        (SELECT count(*) FROM org_closure d WHERE d.descendant_id = c.ancestor_id) AS depth
      FROM org_closure c WHERE c.descendant_id = xushi_scope()) owner
    JOIN alias a ON a.org_id = owner.id AND a.system = w.system AND a.kind = w.kind AND a.code = w.code
    LEFT JOIN org o ON o.id = a.means_org_id AND o.id IN (SELECT xushi_subtree())
    LEFT JOIN indicator i ON i.id = a.means_indicator_id
    WHERE coalesce(o.key, i.key) IS NOT NULL
    ORDER BY a.kind, a.system, a.code, owner.depth DESC
  $$;
--> statement-breakpoint
-- All codes of one system that the caller may write.
CREATE FUNCTION xushi_aliases(p_system text) RETURNS TABLE (kind text, code text, key text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT k.kind, k.code, k.key
    FROM xushi_our_keys(
      (SELECT jsonb_agg(DISTINCT jsonb_build_object('kind', a.kind, 'system', a.system, 'code', a.code))
       FROM alias a JOIN org_closure c ON c.ancestor_id = a.org_id AND c.descendant_id = xushi_scope()
       WHERE a.system = p_system)) k
    ORDER BY k.kind, k.code
  $$;
--> statement-breakpoint
-- The key of a parent, also of one that the caller does not see, but of nobody who is no parent of his: before, any
-- scope could ask for any org's key by its number.
CREATE OR REPLACE FUNCTION xushi_org_key(p_id integer) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT o.key FROM org o WHERE o.id = p_id AND o.id <> 0
      AND (session_user <> 'xushi_api' OR o.id IN (SELECT xushi_subtree()) OR EXISTS (
        SELECT 1 FROM org_membership m WHERE m.parent_id = o.id AND m.org_id IN (SELECT xushi_subtree())))
  $$;
--> statement-breakpoint
ALTER TABLE alias ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY subtree ON alias TO xushi_api USING (org_id IN (SELECT xushi_subtree())) WITH CHECK (org_id IN (SELECT xushi_subtree()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON alias TO xushi_worker;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON alias TO xushi_api;
--> statement-breakpoint
GRANT UPDATE (hash, previous_hash, previous_until) ON api_key TO xushi_api;
--> statement-breakpoint
REVOKE ALL ON FUNCTION xushi_authenticate(bytea, timestamptz), xushi_our_keys(jsonb), xushi_aliases(text) FROM PUBLIC;
--> statement-breakpoint
GRANT EXECUTE ON FUNCTION xushi_authenticate(bytea, timestamptz), xushi_our_keys(jsonb), xushi_aliases(text)
  TO xushi_api, xushi_worker;
