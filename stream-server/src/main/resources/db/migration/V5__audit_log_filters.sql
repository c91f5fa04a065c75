-- The audit trail is read newest first, under each filter by an index that has the rows in that
-- order. All columns of an order run in one direction, so that the index is walked backwards.
DROP INDEX audit_log_by_time;
DROP INDEX audit_log_by_event;
DROP INDEX audit_log_by_ticket;
DROP INDEX audit_log_by_session;
CREATE INDEX audit_log_by_time ON audit_log (recorded_at, id);
CREATE INDEX audit_log_by_event ON audit_log (event_id, recorded_at, id);
CREATE INDEX audit_log_by_event_and_action ON audit_log (event_id, action, recorded_at, id);
CREATE INDEX audit_log_by_action ON audit_log (action, recorded_at, id);
CREATE INDEX audit_log_by_ticket ON audit_log (ticket_id, recorded_at, id);
CREATE INDEX audit_log_by_session ON audit_log (session_id, recorded_at, id);
