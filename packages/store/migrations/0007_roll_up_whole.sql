DROP INDEX "alert_newest_of_subject";--> statement-breakpoint
DROP INDEX "roll_up_org_year";--> statement-breakpoint
ALTER TABLE "roll_up" ADD COLUMN "whole_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "roll_up_said" ON "roll_up" USING btree ("org_id","year","indicator_id","month");--> statement-breakpoint
UPDATE roll_up r SET whole_at = w.whole_at FROM (
  SELECT id, min(known_at) FILTER (WHERE complete)
    OVER (PARTITION BY org_id, year, indicator_id, month ORDER BY known_at, id) AS whole_at
  FROM roll_up) w
WHERE w.id = r.id AND w.whole_at IS NOT NULL;
