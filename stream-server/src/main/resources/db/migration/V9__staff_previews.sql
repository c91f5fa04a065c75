-- What staff are looking at without a ticket, so that it ends with their sign-in. A sign-in that has
-- ended has no row any more; that is how it is noticed, so nothing refers to it here.
CREATE TABLE staff_previews (
    session_id VARCHAR(64) PRIMARY KEY,
    event_id   VARCHAR(64) NOT NULL,
    sign_in    VARCHAR(64) NOT NULL,
    expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
