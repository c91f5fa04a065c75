-- The device that last had a seat on a ticket, also after it has left: the way back to its ticket is
-- open to it behind an address that somebody else's guesses have locked. A table of its own, because
-- every write to a ticket is tallied.
CREATE TABLE last_devices (
    ticket_id       VARCHAR(36) PRIMARY KEY REFERENCES tickets (id) ON DELETE CASCADE,
    device_key_hash VARCHAR(64) NOT NULL
);
CREATE INDEX last_devices_by_device ON last_devices (device_key_hash);

-- Whoever has a seat now.
INSERT INTO last_devices (ticket_id, device_key_hash)
    SELECT ticket_id, MAX(device_key_hash) FROM active_sessions
    WHERE device_key_hash IS NOT NULL
    GROUP BY ticket_id;
