ALTER TABLE "invites" ALTER COLUMN "max_uses" SET DATA TYPE bigint;
--> statement-breakpoint
ALTER TABLE "invites" ALTER COLUMN "uses" SET DATA TYPE bigint;
--> statement-breakpoint
ALTER TABLE "log_head" ALTER COLUMN "id" SET DATA TYPE bigint;
--> statement-breakpoint
ALTER TABLE "rooms" ALTER COLUMN "member_count" SET DATA TYPE bigint;
--> statement-breakpoint
ALTER TABLE "users" ALTER COLUMN "avatar_version" SET DATA TYPE bigint;
--> statement-breakpoint
ALTER TABLE "workspace" ALTER COLUMN "id" SET DATA TYPE bigint;
