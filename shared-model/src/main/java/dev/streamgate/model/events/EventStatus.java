package dev.streamgate.model.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What a viewer can expect of an event right now (Spec, rules §7).
public enum EventStatus {
  @JsonProperty("not-started")
  NOT_STARTED,
  @JsonProperty("live")
  LIVE,
  @JsonProperty("ended")
  ENDED,
  @JsonProperty("recording")
  RECORDING
}
