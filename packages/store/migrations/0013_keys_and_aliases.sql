CREATE TABLE "alias" (
	"org_id" integer NOT NULL,
	"system" text NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"means_org_id" integer,
	"means_indicator_id" integer,
	CONSTRAINT "alias_org_id_system_kind_code_pk" PRIMARY KEY("org_id","system","kind","code"),
	CONSTRAINT "alias_means_one" CHECK (("alias"."kind" = 'org') = ("alias"."means_org_id" is not null)
        and ("alias"."kind" = 'indicator') = ("alias"."means_indicator_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_hash" "bytea";--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "previous_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "expires_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "api_key" ADD COLUMN "last_used_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "audit" ADD COLUMN "before" jsonb;--> statement-breakpoint
ALTER TABLE "idempotency" ADD COLUMN "headers" jsonb;--> statement-breakpoint
ALTER TABLE "alias" ADD CONSTRAINT "alias_org_id_org_id_fk" FOREIGN KEY ("org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alias" ADD CONSTRAINT "alias_means_org_id_org_id_fk" FOREIGN KEY ("means_org_id") REFERENCES "public"."org"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alias" ADD CONSTRAINT "alias_means_indicator_id_indicator_id_fk" FOREIGN KEY ("means_indicator_id") REFERENCES "public"."indicator"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_previous_hash" ON "api_key" USING btree ("previous_hash") WHERE previous_hash is not null;