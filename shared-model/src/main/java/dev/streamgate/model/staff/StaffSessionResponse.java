package dev.streamgate.model.staff;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Whether the caller is signed in, and as whom (API §4.2).
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StaffSessionResponse(
    @JsonProperty("isAdmin") boolean isAdmin,
    @Nullable String username,
    @Nullable StaffRole role,
    @Nullable Instant expiresAt,
    @Nullable Boolean mustChangePassword) {
  public static final StaffSessionResponse SIGNED_OUT =
      new StaffSessionResponse(false, null, null, null, null);
}
