package dev.streamgate.model.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether somebody may watch, and if not, why (API §3).
public record AccessAnswer(
    boolean allowed,
    List<String> reasons,
    Level accessLevel,
    @Nullable Instant expiresAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String watermarkId) {

  /// How much is open.
  public enum Level {
    FULL,
    PREVIEW,
    NONE
  }
}
