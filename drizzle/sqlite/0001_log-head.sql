INSERT INTO log_head (id, rev) VALUES (1, 0);
