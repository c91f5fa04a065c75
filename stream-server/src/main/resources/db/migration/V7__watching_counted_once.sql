-- A session that begins to play counts once, however often its player says so.
ALTER TABLE active_sessions ADD COLUMN watch_counted BOOLEAN DEFAULT FALSE NOT NULL;
