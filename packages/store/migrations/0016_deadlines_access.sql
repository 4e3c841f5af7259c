-- Periods that opened before this release have the due instants they have: the schedulers go on from the last tick.
UPDATE installation SET periods_opened_at = (SELECT greatest(max(t.claimed_at), installation.created_at) FROM tick t);
--> statement-breakpoint
UPDATE period_due p SET arrived_at = s.received_at FROM (
  SELECT DISTINCT ON (org_id, year, month) org_id, year, month, received_at FROM submission
  WHERE NOT historical ORDER BY org_id, year, month, revision) s
WHERE (s.org_id, s.year, s.month) = (p.org_id, p.year, p.month);
--> statement-breakpoint
ALTER TABLE extension ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY subtree ON extension TO xushi_api USING (org_id IN (SELECT xushi_subtree())) WITH CHECK (org_id IN (SELECT xushi_subtree()));
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON extension TO xushi_worker;
--> statement-breakpoint
GRANT SELECT, INSERT ON extension TO xushi_api;
