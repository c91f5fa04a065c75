-- What the register of media servers needs to tell whom a change still has to reach.

-- The random id of the running process, and that of the process it took the name over from.
ALTER TABLE edges ADD COLUMN instance_id VARCHAR(64);
ALTER TABLE edges ADD COLUMN previous_instance_id VARCHAR(64);
-- When two running processes were last seen to use this name.
ALTER TABLE edges ADD COLUMN shared_name_at TIMESTAMP(3) WITH TIME ZONE;
-- Since when it is expected; FALSE once it said goodbye.
ALTER TABLE edges ADD COLUMN joined_at TIMESTAMP(3) WITH TIME ZONE DEFAULT CURRENT_TIMESTAMP NOT NULL;
ALTER TABLE edges ADD COLUMN is_expected BOOLEAN DEFAULT TRUE NOT NULL;

CREATE INDEX edge_confirmations_by_time ON edge_confirmations (confirmed_at);
CREATE INDEX tickets_by_revoked_at ON tickets (revoked_at);
