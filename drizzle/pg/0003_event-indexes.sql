ALTER TABLE "messages" ADD COLUMN "recalled_by" text;--> statement-breakpoint
CREATE INDEX "events_room" ON "events" USING btree ("room_id","rev","user_id");--> statement-breakpoint
CREATE INDEX "events_user" ON "events" USING btree ("user_id","rev") WHERE user_id is not null;--> statement-breakpoint
CREATE INDEX "events_message" ON "events" USING btree ("message_id") WHERE message_id is not null;