package dev.streamgate.model.sessions;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Why a session ended (Spec, rules §5).
public enum SessionEndReason {
  @JsonProperty("released")
  RELEASED,
  @JsonProperty("timed_out")
  TIMED_OUT,
  @JsonProperty("replaced")
  REPLACED,
  @JsonProperty("takeover")
  TAKEOVER,
  @JsonProperty("staff_released")
  STAFF_RELEASED,
  @JsonProperty("revoked")
  REVOKED,
  @JsonProperty("deleted")
  DELETED
}
