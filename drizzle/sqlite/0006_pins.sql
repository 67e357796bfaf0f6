CREATE TABLE `pins` (
	`message_id` text PRIMARY KEY NOT NULL,
	`room_id` text NOT NULL,
	`pinned_by` text NOT NULL,
	`rev` integer NOT NULL,
	`pinned_at` integer NOT NULL,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`room_id`) REFERENCES `rooms`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`pinned_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `pins_room` ON `pins` (`room_id`,`rev`);
