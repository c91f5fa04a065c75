package dev.streamgate.model.staff;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What a staff account may do (Spec, rules §11).
public enum StaffRole {
  @JsonProperty("owner")
  OWNER,
  @JsonProperty("manager")
  MANAGER,
  @JsonProperty("door")
  DOOR;

  /// The name on the wire and in the database.
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
