package dev.streamgate.model.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Whether a viewer may end the ticket's session on another device (Spec, rules §5).
public enum TakeoverRule {
  @JsonProperty("never")
  NEVER,
  @JsonProperty("counted")
  COUNTED
}
