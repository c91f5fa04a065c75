package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What the door is told about a code (API §4.4).
public enum LookupVerdict {
  @JsonProperty("ok")
  OK,
  @JsonProperty("in_use")
  IN_USE,
  @JsonProperty("revoked")
  REVOKED,
  @JsonProperty("expired")
  EXPIRED,
  @JsonProperty("event_inactive")
  EVENT_INACTIVE,
  @JsonProperty("locked")
  LOCKED,
  @JsonProperty("unknown")
  UNKNOWN
}
