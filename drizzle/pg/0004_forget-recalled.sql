UPDATE messages SET recalled_by = author_id WHERE recalled_at IS NOT NULL;--> statement-breakpoint
UPDATE events SET data = jsonb_set(data::jsonb, '{message,text}', '""')::text
WHERE message_id IN (SELECT id FROM messages WHERE recalled_at IS NOT NULL)
  AND kind IN ('message.posted', 'message.edited');--> statement-breakpoint
UPDATE events SET data = jsonb_set(data::jsonb, '{message,replyTo,text}', '""')::text
WHERE message_id IN (
    SELECT reply.id FROM messages reply JOIN messages quoted ON quoted.id = reply.reply_to_id
    WHERE quoted.recalled_at IS NOT NULL)
  AND kind IN ('message.posted', 'message.edited');
