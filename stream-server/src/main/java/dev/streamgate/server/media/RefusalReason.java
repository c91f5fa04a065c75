package dev.streamgate.server.media;

/// Why a media request is refused. Apart from a missing credential the viewer cannot tell one from
/// another; the log can.
public enum RefusalReason {
  NO_CREDENTIAL,
  BAD_PATH,
  MALFORMED_TOKEN,
  BAD_SIGNATURE,
  EXPIRED,
  OTHER_PATH,
  LOCKED_ITEM,
  REVOKED,
  SESSION_ENDED,
  EVENT_INACTIVE,
  BLIND,
  PROBE_TOKEN
}
