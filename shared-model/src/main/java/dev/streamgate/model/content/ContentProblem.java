package dev.streamgate.model.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A refusal or failure of the content API; `success` is false, `code` is for machines.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ContentProblem(
    boolean success, String error, String code, @Nullable Sessions details) {

  /// How many sessions a viewer has, and may have.
  public record Sessions(int activeSessions, int maxAllowed) {}

  public static ContentProblem of(String error, String code) {
    return new ContentProblem(false, error, code, null);
  }

  /// A refusal because of too many sessions.
  public static ContentProblem of(String error, String code, Sessions details) {
    return new ContentProblem(false, error, code, details);
  }
}
