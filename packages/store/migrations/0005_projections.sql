ALTER TABLE "evaluation" DROP CONSTRAINT "evaluation_key";--> statement-breakpoint
ALTER TABLE "evaluation" DROP CONSTRAINT "evaluation_org_id_org_id_fk";
--> statement-breakpoint
ALTER TABLE "evaluation" DROP CONSTRAINT "evaluation_indicator_id_indicator_id_fk";
--> statement-breakpoint
ALTER TABLE "evaluation" DROP CONSTRAINT "evaluation_target_id_target_id_fk";
--> statement-breakpoint
ALTER TABLE "evaluation_change" DROP CONSTRAINT "evaluation_change_org_id_org_id_fk";
--> statement-breakpoint
ALTER TABLE "evaluation_change" DROP CONSTRAINT "evaluation_change_indicator_id_indicator_id_fk";
--> statement-breakpoint
ALTER TABLE "roll_up" DROP CONSTRAINT "roll_up_org_id_org_id_fk";
--> statement-breakpoint
ALTER TABLE "roll_up" DROP CONSTRAINT "roll_up_indicator_id_indicator_id_fk";
--> statement-breakpoint
ALTER TABLE "standing" DROP CONSTRAINT "standing_org_id_org_id_fk";
--> statement-breakpoint
ALTER TABLE "standing" DROP CONSTRAINT "standing_indicator_id_indicator_id_fk";
--> statement-breakpoint
DROP INDEX "roll_up_past";--> statement-breakpoint
ALTER TABLE "evaluation" DROP COLUMN "id";--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_key" PRIMARY KEY("org_id","year","month","indicator_id","measure","grade");--> statement-breakpoint
ALTER TABLE "evaluation" ADD COLUMN "digest" text;--> statement-breakpoint
CREATE INDEX "roll_up_org_year" ON "roll_up" USING btree ("org_id","year");--> statement-breakpoint
ALTER TABLE "standing" DROP COLUMN "id";