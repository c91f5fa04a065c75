package dev.streamgate.model.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A change of an account by an owner (API §4.2); what is absent stays as it is.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffAccountChange(
    @Nullable StaffRole role, @Nullable Boolean disabled, @Nullable String password) {
  @Override
  public String toString() {
    return "StaffAccountChange[role=%s, disabled=%s]".formatted(role, disabled);
  }
}
