CREATE TABLE "extension" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "extension_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"org_id" integer NOT NULL,
	"year" integer NOT NULL,
	"month" integer NOT NULL,
	"until_at" timestamp (3) with time zone NOT NULL,
	"until_day" date NOT NULL,
	"reason" text NOT NULL,
	"person_id" integer NOT NULL,
	"key_id" uuid NOT NULL,
	"request_id" text,
	"known_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "installation" ADD COLUMN "periods_opened_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "period_due" ADD COLUMN "remind_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "period_due" ADD COLUMN "next_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "period_due" ADD COLUMN "arrived_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "period_due" ADD COLUMN "workdays_late" integer;--> statement-breakpoint
ALTER TABLE "extension" ADD CONSTRAINT "extension_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "extension_sheet" ON "extension" USING btree ("org_id","year","month");--> statement-breakpoint
CREATE INDEX "period_due_next" ON "period_due" USING btree ("next_at") WHERE next_at is not null;