CREATE TABLE "explanation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "explanation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"code" text NOT NULL,
	"params" jsonb NOT NULL,
	"reason" text NOT NULL,
	"person_id" integer,
	"key_id" uuid,
	"known_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pending_figure" (
	"id" bigint PRIMARY KEY DEFAULT nextval('figure_id_seq') NOT NULL,
	"submission_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"grade" text NOT NULL,
	"value" numeric,
	"yoy" numeric,
	"month_value" numeric,
	"last_year" numeric,
	"last_year_month" numeric,
	"given_value" text,
	"given_unit" text,
	"not_applicable" boolean NOT NULL,
	"withdrawn" boolean NOT NULL,
	"historical" boolean NOT NULL,
	"note" text,
	"outlook" numeric,
	"outlook_reason" text,
	"done_on" date,
	"evidence" text,
	"known_at" timestamp (3) with time zone NOT NULL,
	"holds" jsonb NOT NULL,
	"unreviewed" boolean NOT NULL,
	"state" text NOT NULL,
	"closed_at" timestamp (3) with time zone,
	CONSTRAINT "pending_figure_state" CHECK ("pending_figure"."state" in ('waiting', 'accepted', 'replaced', 'returned'))
);
--> statement-breakpoint
CREATE TABLE "submission_step" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "submission_step_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"submission_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"step" text NOT NULL,
	"reason" text,
	"detail" jsonb NOT NULL,
	"person_id" integer,
	"key_id" uuid,
	"request_id" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "explanation" ADD CONSTRAINT "explanation_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_figure" ADD CONSTRAINT "pending_figure_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_figure" ADD CONSTRAINT "pending_figure_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pending_figure" ADD CONSTRAINT "pending_figure_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_step" ADD CONSTRAINT "submission_step_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_step" ADD CONSTRAINT "submission_step_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "explanation_org_year" ON "explanation" USING btree ("org_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "pending_figure_waiting" ON "pending_figure" USING btree ("org_id","year","indicator_id","month") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "pending_figure_submission" ON "pending_figure" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "submission_step_submission" ON "submission_step" USING btree ("submission_id");--> statement-breakpoint
CREATE INDEX "figure_submission" ON "figure" USING btree ("submission_id");