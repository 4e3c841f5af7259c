CREATE TABLE "api_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"hash" "bytea" NOT NULL,
	"role" text NOT NULL,
	"org_id" integer NOT NULL,
	"person_id" integer,
	"created_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone,
	CONSTRAINT "api_key_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"org_id" integer NOT NULL,
	"action" text NOT NULL,
	"subject" text NOT NULL,
	"person_id" integer,
	"key_id" uuid,
	"request_id" text,
	"detail" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency" (
	"key_id" uuid NOT NULL,
	"route" text NOT NULL,
	"idempotency_key" text NOT NULL,
	"org_id" integer NOT NULL,
	"body_hash" "bytea" NOT NULL,
	"status" integer,
	"answer" jsonb,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "idempotency_key_id_route_idempotency_key_pk" PRIMARY KEY("key_id","route","idempotency_key")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "person_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"org_id" integer NOT NULL,
	"name" text NOT NULL,
	"phone" text,
	"email" text,
	CONSTRAINT "person_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "alert" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "alert_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"org_id" integer NOT NULL,
	"subject_key" text NOT NULL,
	"subject" jsonb NOT NULL,
	"year" integer NOT NULL,
	"light" text,
	"state" text NOT NULL,
	"level" text NOT NULL,
	"first_month" integer NOT NULL,
	"latest_month" integer NOT NULL,
	"observation" jsonb NOT NULL,
	"historical" boolean DEFAULT false NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"title" text NOT NULL,
	"message" text NOT NULL,
	"owner" text,
	"verdict" text
);
--> statement-breakpoint
CREATE TABLE "alert_transition" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "alert_transition_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"alert_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"reason" text NOT NULL,
	"light" text,
	"month" integer,
	"actor" text,
	"via" text,
	"note" text,
	"evidence" jsonb,
	"observation" jsonb NOT NULL,
	"event_id" bigint
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"id" uuid PRIMARY KEY NOT NULL,
	"receiver_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"type" text NOT NULL,
	"alert_id" uuid,
	"sequence" bigint NOT NULL,
	"state" text NOT NULL,
	"body" jsonb NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_attempt_at" timestamp (3) with time zone NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "delivery_attempt" (
	"delivery_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"attempt" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"code" integer,
	"milliseconds" integer NOT NULL,
	"reason" text,
	"response" text,
	CONSTRAINT "delivery_attempt_delivery_id_attempt_pk" PRIMARY KEY("delivery_id","attempt")
);
--> statement-breakpoint
CREATE TABLE "delivery_item" (
	"delivery_id" uuid NOT NULL,
	"event_id" bigint NOT NULL,
	"receiver_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	CONSTRAINT "delivery_item_delivery_id_event_id_pk" PRIMARY KEY("delivery_id","event_id"),
	CONSTRAINT "delivery_item_once" UNIQUE("event_id","receiver_id")
);
--> statement-breakpoint
CREATE TABLE "receiver" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" integer NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"address" text NOT NULL,
	"kinds" text[],
	"min_light" text,
	"levels" text[],
	"secret" "bytea",
	"enabled" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispatch_list" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" integer NOT NULL,
	"cadence" text NOT NULL,
	"on_day" date NOT NULL,
	"period" text NOT NULL,
	"lines" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "dispatch_list_once" UNIQUE("org_id","cadence","on_day","period")
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"state" text NOT NULL,
	"draft" boolean NOT NULL,
	"requested_at" timestamp (3) with time zone NOT NULL,
	"snapshot_at" timestamp (3) with time zone,
	"snapshot" jsonb,
	"content_hash" text,
	"error" text,
	"finalized_at" timestamp (3) with time zone,
	"finalized_by" integer
);
--> statement-breakpoint
CREATE TABLE "report_file" (
	"report_id" uuid NOT NULL,
	"org_id" integer NOT NULL,
	"format" text NOT NULL,
	"content_type" text NOT NULL,
	"content" "bytea" NOT NULL,
	CONSTRAINT "report_file_report_id_format_pk" PRIMARY KEY("report_id","format")
);
--> statement-breakpoint
CREATE TABLE "tick" (
	"cadence" text NOT NULL,
	"on_day" date NOT NULL,
	"period" text DEFAULT '' NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"backfilled" boolean NOT NULL,
	CONSTRAINT "tick_cadence_on_day_period_pk" PRIMARY KEY("cadence","on_day","period")
);
--> statement-breakpoint
CREATE TABLE "evaluation" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evaluation_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"measure" text NOT NULL,
	"grade" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"state" text NOT NULL,
	"deciding" boolean NOT NULL,
	"light" text,
	"target_id" integer,
	"target_version" integer,
	"figure_id" bigint,
	"policy_key" text,
	"policy_version" integer,
	"rule" integer,
	"consecutive_lag" integer NOT NULL,
	"back_judged" boolean NOT NULL,
	"numbers" jsonb NOT NULL,
	"judged_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "evaluation_key" UNIQUE("org_id","year","month","indicator_id","measure","grade")
);
--> statement-breakpoint
CREATE TABLE "evaluation_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "evaluation_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"measure" text NOT NULL,
	"grade" text NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"before" jsonb,
	"after" jsonb NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "event_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"type" text NOT NULL,
	"org_id" integer NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"payload" jsonb NOT NULL,
	"person_id" integer,
	"key_id" uuid,
	"request_id" text,
	"traceparent" text
);
--> statement-breakpoint
CREATE TABLE "outstanding" (
	"reactor" text NOT NULL,
	"event_id" bigint NOT NULL,
	"scope" text NOT NULL,
	"not_before" timestamp (3) with time zone NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"dead_at" timestamp (3) with time zone,
	CONSTRAINT "outstanding_reactor_event_id_pk" PRIMARY KEY("reactor","event_id")
);
--> statement-breakpoint
CREATE TABLE "calendar_year" (
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"version" integer NOT NULL,
	"days_off" text[] NOT NULL,
	"workdays" text[] NOT NULL,
	"notice" jsonb,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "calendar_year_org_id_year_version_pk" PRIMARY KEY("org_id","year","version"),
	CONSTRAINT "calendar_year_range" CHECK ("calendar_year"."year" between 1990 and 2100)
);
--> statement-breakpoint
CREATE TABLE "duty" (
	"org_id" integer NOT NULL,
	"version" integer NOT NULL,
	"due_day" integer NOT NULL,
	"due_time" text NOT NULL,
	"roll" text NOT NULL,
	"min_workdays" integer NOT NULL,
	"indicators" jsonb NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "duty_org_id_version_pk" PRIMARY KEY("org_id","version")
);
--> statement-breakpoint
CREATE TABLE "indicator" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "indicator_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"direction" text NOT NULL,
	"unit" text NOT NULL,
	"report_unit" text NOT NULL,
	"report_decimals" integer NOT NULL,
	"decimals" integer NOT NULL,
	"no_january" boolean NOT NULL,
	"due_months" integer[],
	"lag_months" integer NOT NULL,
	"position" integer NOT NULL,
	"group_name" text,
	CONSTRAINT "indicator_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "installation" (
	"id" integer PRIMARY KEY DEFAULT 1 NOT NULL,
	"time_zone" text NOT NULL,
	"clock_kind" text NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"clock_goal" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"seeded" text[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "installation_single_row" CHECK ("installation"."id" = 1)
);
--> statement-breakpoint
CREATE TABLE "org" (
	"id" integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY (sequence name "org_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"key" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"active_from" date,
	"active_to" date,
	"review" text DEFAULT 'none' NOT NULL,
	CONSTRAINT "org_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "org_closure" (
	"ancestor_id" integer NOT NULL,
	"descendant_id" integer NOT NULL,
	CONSTRAINT "org_closure_ancestor_id_descendant_id_pk" PRIMARY KEY("ancestor_id","descendant_id")
);
--> statement-breakpoint
CREATE TABLE "org_membership" (
	"org_id" integer NOT NULL,
	"parent_id" integer NOT NULL,
	"from_day" date NOT NULL,
	"to_day" date,
	CONSTRAINT "org_membership_org_id_from_day_pk" PRIMARY KEY("org_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "figure" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "figure_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
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
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "figure_month" CHECK ("figure"."month" between 1 and 12)
);
--> statement-breakpoint
CREATE TABLE "period_due" (
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"due_at" timestamp (3) with time zone NOT NULL,
	"due_day" date NOT NULL,
	"estimated" boolean NOT NULL,
	CONSTRAINT "period_due_org_id_year_month_pk" PRIMARY KEY("org_id","year","month")
);
--> statement-breakpoint
CREATE TABLE "submission" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sequence" bigint GENERATED ALWAYS AS IDENTITY (sequence name "submission_sequence_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"revision" integer NOT NULL,
	"state" text NOT NULL,
	"grade" text NOT NULL,
	"historical" boolean NOT NULL,
	"reason" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"due_at" timestamp (3) with time zone,
	"late" boolean NOT NULL,
	"person_id" integer,
	"key_id" uuid,
	"request_id" text,
	"findings" jsonb NOT NULL,
	"body" jsonb NOT NULL,
	"evaluated_at" timestamp (3) with time zone,
	CONSTRAINT "submission_revision" UNIQUE("org_id","year","month","revision")
);
--> statement-breakpoint
CREATE TABLE "policy_scope" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "policy_scope_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"policy_key" text NOT NULL,
	"org_id" integer NOT NULL,
	"indicator_id" integer,
	"target_id" integer,
	"from_period" text NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	"ended_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "policy_version" (
	"key" text NOT NULL,
	"version" integer NOT NULL,
	"rules" jsonb NOT NULL,
	"from_month" integer,
	"clear_through" text,
	"alert_from" text,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "policy_version_key_version_pk" PRIMARY KEY("key","version")
);
--> statement-breakpoint
CREATE TABLE "target" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "target_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"indicator_id" integer NOT NULL,
	"measure" text NOT NULL,
	"grade" text NOT NULL,
	CONSTRAINT "target_key" UNIQUE("org_id","year","indicator_id","measure","grade")
);
--> statement-breakpoint
CREATE TABLE "target_version" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "target_version_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"target_id" integer NOT NULL,
	"org_id" integer NOT NULL,
	"version" integer NOT NULL,
	"deciding" boolean NOT NULL,
	"comparator" text NOT NULL,
	"value" numeric NOT NULL,
	"plan" jsonb NOT NULL,
	"weight" numeric,
	"scoring" text,
	"source" jsonb,
	"responsible" jsonb,
	"policy_key" text,
	"reason" text,
	"applies_from" integer NOT NULL,
	"back_judged_through" integer DEFAULT 0 NOT NULL,
	"known_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "target_version_key" UNIQUE("target_id","version")
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit" ADD CONSTRAINT "audit_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "idempotency" ADD CONSTRAINT "idempotency_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person" ADD CONSTRAINT "person_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert" ADD CONSTRAINT "alert_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_transition" ADD CONSTRAINT "alert_transition_alert_id_alert_id_fk" FOREIGN KEY ("alert_id") REFERENCES "public"."alert"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alert_transition" ADD CONSTRAINT "alert_transition_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_receiver_id_receiver_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."receiver"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_attempt" ADD CONSTRAINT "delivery_attempt_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_delivery_id_delivery_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."delivery"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_receiver_id_receiver_id_fk" FOREIGN KEY ("receiver_id") REFERENCES "public"."receiver"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_item" ADD CONSTRAINT "delivery_item_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "receiver" ADD CONSTRAINT "receiver_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispatch_list" ADD CONSTRAINT "dispatch_list_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_report_id_report_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."report"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_file" ADD CONSTRAINT "report_file_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation" ADD CONSTRAINT "evaluation_target_id_target_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."target"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_change" ADD CONSTRAINT "evaluation_change_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "evaluation_change" ADD CONSTRAINT "evaluation_change_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "event" ADD CONSTRAINT "event_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calendar_year" ADD CONSTRAINT "calendar_year_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duty" ADD CONSTRAINT "duty_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_closure" ADD CONSTRAINT "org_closure_ancestor_id_org_id_fk" FOREIGN KEY ("ancestor_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_closure" ADD CONSTRAINT "org_closure_descendant_id_org_id_fk" FOREIGN KEY ("descendant_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_membership" ADD CONSTRAINT "org_membership_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "org_membership" ADD CONSTRAINT "org_membership_parent_id_org_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_submission_id_submission_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submission"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "figure" ADD CONSTRAINT "figure_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "period_due" ADD CONSTRAINT "period_due_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission" ADD CONSTRAINT "submission_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_scope" ADD CONSTRAINT "policy_scope_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_scope" ADD CONSTRAINT "policy_scope_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "policy_scope" ADD CONSTRAINT "policy_scope_target_id_target_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."target"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_id_indicator_id_fk" FOREIGN KEY ("indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_target_id_target_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."target"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_version" ADD CONSTRAINT "target_version_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alert_one_open_per_subject" ON "alert" USING btree ("kind","subject_key") WHERE state in ('open', 'acknowledged', 'rectifying', 'closeRequested');--> statement-breakpoint
CREATE INDEX "alert_org" ON "alert" USING btree ("org_id","year");--> statement-breakpoint
CREATE INDEX "alert_newest_of_subject" ON "alert" USING btree ("subject_key","sequence");--> statement-breakpoint
CREATE INDEX "alert_transition_alert" ON "alert_transition" USING btree ("alert_id");--> statement-breakpoint
CREATE INDEX "delivery_due" ON "delivery" USING btree ("next_attempt_at") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "delivery_order" ON "delivery" USING btree ("receiver_id","alert_id","sequence");--> statement-breakpoint
CREATE INDEX "delivery_waiting" ON "delivery" USING btree ("receiver_id","next_attempt_at","sequence") WHERE state = 'pending';--> statement-breakpoint
CREATE INDEX "delivery_leased" ON "delivery" USING btree ("receiver_id") WHERE lease_until is not null;--> statement-breakpoint
CREATE INDEX "evaluation_period" ON "evaluation" USING btree ("year","month","org_id");--> statement-breakpoint
CREATE INDEX "evaluation_change_org_year" ON "evaluation_change" USING btree ("org_id","year");--> statement-breakpoint
CREATE INDEX "event_cursor" ON "event" USING btree ("xid","id");--> statement-breakpoint
CREATE INDEX "event_org" ON "event" USING btree ("org_id");--> statement-breakpoint
CREATE INDEX "outstanding_due" ON "outstanding" USING btree ("reactor","not_before") WHERE dead_at is null;--> statement-breakpoint
CREATE INDEX "org_closure_descendant" ON "org_closure" USING btree ("descendant_id");--> statement-breakpoint
CREATE INDEX "org_membership_parent" ON "org_membership" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "figure_org_year" ON "figure" USING btree ("org_id","year","indicator_id","month");--> statement-breakpoint
CREATE INDEX "policy_scope_org" ON "policy_scope" USING btree ("org_id");