-- Those who change settings take turns at this row; a setting nobody has set yet has none of its own.
INSERT INTO settings (name, value) VALUES ('settings-lock', '');
