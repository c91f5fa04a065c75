-- Items keep the order in which staff gave them.
ALTER TABLE event_items ADD COLUMN list_position INTEGER DEFAULT 0 NOT NULL;

-- Lists of tickets are read in the order of an index, backwards: the newest batch first, and in it
-- the ticket that was drawn first. All columns of such an order must run in one direction, so the
-- position counts down from zero.
UPDATE tickets SET batch_position = -batch_position;
DROP INDEX tickets_by_creation;
DROP INDEX tickets_by_revocation;
CREATE INDEX tickets_by_creation ON tickets (created_at, batch_position, id);
CREATE INDEX tickets_by_revocation ON tickets (is_revoked, created_at, batch_position, id);
