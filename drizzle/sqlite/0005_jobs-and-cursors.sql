CREATE TABLE `dead_events` (
	`id` text PRIMARY KEY NOT NULL,
	`consumer` text NOT NULL,
	`rev` integer NOT NULL,
	`error` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `dead_events_at` ON `dead_events` (`at`);
--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`unique_key` text,
	`payload` text NOT NULL,
	`run_at` integer NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`locked_until` integer DEFAULT 0 NOT NULL,
	`error` text,
	`dead_at` integer,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `jobs_kind_key` ON `jobs` (`kind`,`unique_key`);
--> statement-breakpoint
CREATE INDEX `jobs_due` ON `jobs` (`run_at`) WHERE dead_at is null;
--> statement-breakpoint
CREATE TABLE `log_cursors` (
	`name` text PRIMARY KEY NOT NULL,
	`rev` integer NOT NULL,
	`failures` integer DEFAULT 0 NOT NULL,
	`error` text,
	`holder` text,
	`held_until` integer DEFAULT 0 NOT NULL,
	`updated_at` integer NOT NULL
);
