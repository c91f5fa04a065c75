-- The data model of StreamGate. Standard SQL that HSQLDB and PostgreSQL both understand.
-- A migration never changes after a release; a later one amends it.

CREATE TABLE events (
    id                  VARCHAR(64)   PRIMARY KEY,
    title               VARCHAR(200)  NOT NULL,
    description         VARCHAR(5000),
    stream_url          VARCHAR(2048),
    stream_folder       VARCHAR(64),
    poster_url          VARCHAR(2048),
    starts_at           TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    ends_at             TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    access_window_hours INTEGER       DEFAULT 48 NOT NULL,
    is_active           BOOLEAN       DEFAULT TRUE NOT NULL,
    is_archived         BOOLEAN       DEFAULT FALSE NOT NULL,
    deactivated_at      TIMESTAMP(3) WITH TIME ZONE,
    preview_enabled     BOOLEAN       DEFAULT FALSE NOT NULL,
    watermark           BOOLEAN       DEFAULT FALSE NOT NULL,
    takeover            VARCHAR(10)   DEFAULT 'NEVER' NOT NULL,
    max_takeovers       INTEGER       DEFAULT 3 NOT NULL,
    created_at          TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    updated_at          TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE TABLE event_items (
    event_id     VARCHAR(64) NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    item         VARCHAR(64) NOT NULL,
    title        VARCHAR(200),
    available_at TIMESTAMP(3) WITH TIME ZONE,
    PRIMARY KEY (event_id, item)
);

CREATE TABLE tickets (
    id             VARCHAR(36)  PRIMARY KEY,
    code           VARCHAR(64)  NOT NULL,
    canonical_code VARCHAR(64)  NOT NULL,
    code_style     VARCHAR(10)  NOT NULL,
    event_id       VARCHAR(64)  NOT NULL REFERENCES events (id) ON DELETE CASCADE,
    label          VARCHAR(200),
    is_revoked     BOOLEAN      DEFAULT FALSE NOT NULL,
    revoked_at     TIMESTAMP(3) WITH TIME ZONE,
    redeemed_at    TIMESTAMP(3) WITH TIME ZONE,
    redeemed_ip    VARCHAR(64),
    expires_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    max_sessions   INTEGER      DEFAULT 1 NOT NULL,
    takeovers_used INTEGER      DEFAULT 0 NOT NULL,
    access_level   VARCHAR(10)  DEFAULT 'STANDARD' NOT NULL,
    item           VARCHAR(64),
    max_height     INTEGER,
    created_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    -- A batch shares one creation time; its tickets keep the order in which they were drawn.
    batch_position INTEGER      DEFAULT 0 NOT NULL,
    CONSTRAINT tickets_code_unique UNIQUE (code),
    CONSTRAINT tickets_canonical_code_unique UNIQUE (canonical_code)
);
CREATE INDEX tickets_by_event ON tickets (event_id);
CREATE INDEX tickets_by_revocation ON tickets (is_revoked);
CREATE INDEX tickets_by_creation ON tickets (created_at);
CREATE INDEX tickets_by_style ON tickets (code_style);

CREATE TABLE active_sessions (
    id              VARCHAR(36)  PRIMARY KEY,
    ticket_id       VARCHAR(36)  NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    session_id      VARCHAR(64)  NOT NULL,
    slot            INTEGER      NOT NULL,
    kind            VARCHAR(10)  NOT NULL,
    last_heartbeat  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    client_ip       VARCHAR(64)  NOT NULL,
    user_agent      VARCHAR(300),
    device_name     VARCHAR(64),
    device_key_hash VARCHAR(64),
    expires_at      TIMESTAMP(3) WITH TIME ZONE,
    created_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT active_sessions_session_unique UNIQUE (session_id),
    CONSTRAINT active_sessions_slot_unique UNIQUE (ticket_id, slot)
);
CREATE INDEX active_sessions_by_heartbeat ON active_sessions (last_heartbeat);
CREATE INDEX active_sessions_by_device ON active_sessions (device_key_hash);

CREATE TABLE watch_progress (
    ticket_id             VARCHAR(36) NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
    item                  VARCHAR(64) DEFAULT '' NOT NULL,
    watched_seconds       BIGINT      DEFAULT 0 NOT NULL,
    last_position_seconds BIGINT      DEFAULT 0 NOT NULL,
    watch_count           INTEGER     DEFAULT 0 NOT NULL,
    duration_seconds      BIGINT,
    last_watched_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    completed_at          TIMESTAMP(3) WITH TIME ZONE,
    PRIMARY KEY (ticket_id, item)
);

CREATE TABLE watermark_records (
    watermark_id VARCHAR(16)  PRIMARY KEY,
    viewer       VARCHAR(64)  NOT NULL,
    session_id   VARCHAR(64)  NOT NULL,
    recorded_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    display_text VARCHAR(100) NOT NULL
);

-- One row. Every state change takes its number by updating it, so that the row's lock makes numbers
-- visible in their order: whoever has seen n never misses a lower one.
CREATE TABLE change_counter (
    id       INTEGER PRIMARY KEY,
    last_seq BIGINT  NOT NULL
);
INSERT INTO change_counter (id, last_seq) VALUES (1, 0);

CREATE TABLE changes (
    seq        BIGINT      PRIMARY KEY,
    kind       VARCHAR(20) NOT NULL,
    code       VARCHAR(64),
    event_id   VARCHAR(64),
    session_id VARCHAR(64),
    reason     VARCHAR(20),
    changed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX changes_by_time ON changes (changed_at);
CREATE INDEX changes_by_session ON changes (session_id);

CREATE TABLE tombstones (
    code       VARCHAR(64) NOT NULL,
    event_id   VARCHAR(64) NOT NULL,
    revoked_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (code, event_id)
);
CREATE INDEX tombstones_by_time ON tombstones (revoked_at);

CREATE TABLE edges (
    edge_id      VARCHAR(64)  PRIMARY KEY,
    address      VARCHAR(300),
    version      VARCHAR(64),
    last_cursor  BIGINT       NOT NULL,
    last_seen_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE TABLE edge_confirmations (
    seq          BIGINT      NOT NULL,
    edge_id      VARCHAR(64) NOT NULL REFERENCES edges (edge_id) ON DELETE CASCADE,
    confirmed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    PRIMARY KEY (seq, edge_id)
);

CREATE TABLE staff_accounts (
    id                   VARCHAR(36)  PRIMARY KEY,
    username             VARCHAR(64)  NOT NULL,
    password_hash        VARCHAR(100) NOT NULL,
    role                 VARCHAR(10)  NOT NULL,
    must_change_password BOOLEAN      DEFAULT FALSE NOT NULL,
    disabled             BOOLEAN      DEFAULT FALSE NOT NULL,
    last_login_at        TIMESTAMP(3) WITH TIME ZONE,
    created_at           TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    CONSTRAINT staff_accounts_username_unique UNIQUE (username)
);

CREATE TABLE staff_sessions (
    token_hash VARCHAR(64)  PRIMARY KEY,
    account_id VARCHAR(36)  NOT NULL REFERENCES staff_accounts (id) ON DELETE CASCADE,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    client_ip  VARCHAR(64)  NOT NULL,
    user_agent VARCHAR(300)
);
CREATE INDEX staff_sessions_by_account ON staff_sessions (account_id);

CREATE TABLE settings (
    name  VARCHAR(64)   PRIMARY KEY,
    value VARCHAR(2048) NOT NULL
);

CREATE TABLE audit_log (
    id          BIGINT       GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    recorded_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    ip          VARCHAR(64),
    action      VARCHAR(40)  NOT NULL,
    actor       VARCHAR(64),
    event_id    VARCHAR(64),
    ticket_id   VARCHAR(36),
    session_id  VARCHAR(64),
    reason      VARCHAR(64),
    user_agent  VARCHAR(300),
    detail      VARCHAR(1000)
);
CREATE INDEX audit_log_by_time ON audit_log (recorded_at);
CREATE INDEX audit_log_by_event ON audit_log (event_id);
CREATE INDEX audit_log_by_ticket ON audit_log (ticket_id);
CREATE INDEX audit_log_by_session ON audit_log (session_id);
