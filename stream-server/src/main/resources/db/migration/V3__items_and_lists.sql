-- Items keep the order in which staff gave them.
ALTER TABLE event_items ADD COLUMN list_position INTEGER DEFAULT 0 NOT NULL;
