UPDATE messages SET recalled_by = author_id WHERE recalled_at IS NOT NULL;--> statement-breakpoint
UPDATE events SET data = json_set(data, '$.message.text', '')
WHERE message_id IN (SELECT id FROM messages WHERE recalled_at IS NOT NULL)
  AND json_valid(data) AND json_extract(data, '$.message.text') <> '';--> statement-breakpoint
UPDATE events SET data = json_set(data, '$.message.replyTo.text', '')
WHERE message_id IN (
    SELECT reply.id FROM messages reply JOIN messages quoted ON quoted.id = reply.reply_to_id
    WHERE quoted.recalled_at IS NOT NULL)
  AND json_valid(data) AND json_extract(data, '$.message.replyTo.text') <> '';
