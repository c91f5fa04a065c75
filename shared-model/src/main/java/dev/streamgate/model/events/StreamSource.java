package dev.streamgate.model.events;

import com.fasterxml.jackson.annotation.JsonProperty;

/// Where an event's video comes from: a folder of the server, or another server.
public enum StreamSource {
  @JsonProperty("local")
  LOCAL,
  @JsonProperty("proxy")
  PROXY
}
