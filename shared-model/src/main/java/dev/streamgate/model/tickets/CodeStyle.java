package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonProperty;

/// How the code of a ticket is made (Spec, rules §2.1).
public enum CodeStyle {
  /// Twelve symbols without I, L, O and U; the twelfth is a check symbol.
  @JsonProperty("print")
  PRINT,
  /// Twelve letters and digits, upper and lower case.
  @JsonProperty("base62")
  BASE62,
  /// 6–64 letters and digits that came from somewhere else.
  @JsonProperty("imported")
  IMPORTED
}
