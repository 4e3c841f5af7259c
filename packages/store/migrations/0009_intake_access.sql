DO $$
DECLARE
  t text;
  scoped text[] := ARRAY['pending_figure', 'explanation', 'submission_step'];
BEGIN
  FOREACH t IN ARRAY scoped LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY subtree ON %I TO xushi_api USING (org_id IN (SELECT xushi_subtree())) WITH CHECK (org_id IN (SELECT xushi_subtree()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON pending_figure, explanation, submission_step TO xushi_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON pending_figure, explanation, submission_step TO xushi_api;
--> statement-breakpoint
-- What a waiting figure says never changes: only what becomes of it.
GRANT UPDATE (state, closed_at, holds, unreviewed) ON pending_figure TO xushi_api;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE figure_id_seq TO xushi_api, xushi_worker;
