ALTER TABLE `messages` ADD `recalled_by` text;--> statement-breakpoint
CREATE INDEX `events_room` ON `events` (`room_id`,`rev`,`user_id`);--> statement-breakpoint
CREATE INDEX `events_user` ON `events` (`user_id`,`rev`) WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX `events_message` ON `events` (`message_id`) WHERE message_id is not null;