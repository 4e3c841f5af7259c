CREATE TABLE "indicator_version" (
	"indicator_id" integer NOT NULL,
	"version" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "indicator_version_indicator_id_version_pk" PRIMARY KEY("indicator_id","version")
);
--> statement-breakpoint
CREATE TABLE "org_version" (
	"org_id" integer NOT NULL,
	"version" integer NOT NULL,
	"name" text NOT NULL,
	"active_from" date,
	"active_to" date,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "org_version_org_id_version_pk" PRIMARY KEY("org_id","version")
);
--> statement-breakpoint
CREATE TABLE "evaluation_rerun" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evaluation_rerun_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"reason" text NOT NULL,
	"person_id" integer,
	"known_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "peer_group_version" (
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"org_id" integer NOT NULL,
	"members" integer[] NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "peer_group_version_key_version_pk" PRIMARY KEY("key","version")
);
--> statement-breakpoint
CREATE TABLE "published_reference" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "published_reference_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"measure" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"average" numeric,
	"rank" integer,
	"of_count" integer,
	"source" jsonb,
	"known_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "roll_up" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "roll_up_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"value" text,
	"last_year" text,
	"grade" text,
	"reported" integer NOT NULL,
	"of_count" integer NOT NULL,
	"missing" jsonb NOT NULL,
	"complete" boolean NOT NULL,
	"historical" boolean NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "score_adjustment" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "score_adjustment_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"points" numeric NOT NULL,
	"reason" text NOT NULL,
	"person_id" integer,
	"known_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "standing_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"measure" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"peers" text NOT NULL,
	"position" integer,
	"of_count" integer NOT NULL,
	"reported" integer NOT NULL,
	"mixed_grades" boolean NOT NULL,
	"mean" text,
	"mean_reported" integer NOT NULL,
	"mean_of" integer NOT NULL,
	"open_until" timestamp (3) with time zone,
	"known_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "register_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "register_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"kind" text NOT NULL,
	"firms" integer,
	"base" numeric,
	"value" numeric,
	"note" text,
	"known_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "org_membership" DROP CONSTRAINT "org_membership_org_id_from_day_pk";--> statement-breakpoint
ALTER TABLE "alert_transition" ADD COLUMN "person_id" integer;--> statement-breakpoint
ALTER TABLE "alert_transition" ADD COLUMN "after" jsonb;--> statement-breakpoint
ALTER TABLE "evaluation" ADD COLUMN "rank_value" text;--> statement-breakpoint
ALTER TABLE "evaluation" ADD COLUMN "peer_value" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "roll_up" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "formula" jsonb;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "part_of" text;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "growth_basis" text DEFAULT 'comparable' NOT NULL;--> statement-breakpoint
ALTER TABLE "indicator" ADD COLUMN "rank_by" text;--> statement-breakpoint
ALTER TABLE "org_membership" ADD COLUMN "id" bigint PRIMARY KEY NOT NULL GENERATED ALWAYS AS IDENTITY (sequence name "org_membership_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1);--> statement-breakpoint
ALTER TABLE "org_membership" ADD COLUMN "known_at" timestamp (3) with time zone DEFAULT '-infinity' NOT NULL;--> statement-breakpoint
ALTER TABLE "org_membership" ADD COLUMN "ended_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "outlook" numeric;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "outlook_reason" text;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "done_on" date;--> statement-breakpoint
ALTER TABLE "figure" ADD COLUMN "evidence" text;--> statement-breakpoint
ALTER TABLE "target_version" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "target_version" ADD COLUMN "cap" numeric;--> statement-breakpoint
ALTER TABLE "indicator_version" ADD CONSTRAINT "indicator_version_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_version" ADD CONSTRAINT "org_version_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_rerun" ADD CONSTRAINT "evaluation_rerun_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "peer_group_version" ADD CONSTRAINT "peer_group_version_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reference" ADD CONSTRAINT "published_reference_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_reference" ADD CONSTRAINT "published_reference_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up" ADD CONSTRAINT "roll_up_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "roll_up" ADD CONSTRAINT "roll_up_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_adjustment" ADD CONSTRAINT "score_adjustment_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_change" ADD CONSTRAINT "register_change_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "evaluation_rerun_org_year" ON "evaluation_rerun" USING btree ("org_id","year");--> statement-breakpoint
CREATE INDEX "published_reference_org_year" ON "published_reference" USING btree ("org_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "roll_up_in_force" ON "roll_up" USING btree ("org_id","year","indicator_id","month") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "roll_up_past" ON "roll_up" USING btree ("org_id","year") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "score_adjustment_org_year" ON "score_adjustment" USING btree ("org_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "standing_in_force" ON "standing" USING btree ("org_id","year","month","indicator_id","measure") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "standing_past" ON "standing" USING btree ("org_id","year","month") WHERE ended_at is not null;--> statement-breakpoint
CREATE INDEX "register_change_org_year" ON "register_change" USING btree ("org_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "org_membership_one_from" ON "org_membership" USING btree ("org_id","from_day") WHERE ended_at is null;