package dev.streamgate.model.insight;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is wrong, or right, with a code, session or playback token (API §4.5).
///
/// @param cause which cause of an authentication failure applies: `missing`, `malformed`,
///   `signature`, `expired`, `unknown_subject` or `inactive_subject`; null if none does
/// @param checks always the same ones, in the same order
/// @param audit the newest rows about the ticket, or about the session if no ticket is known
/// @param warnings what the operator should know of, besides this case
public record DiagnosticsResponse(
    Kind kind,
    @Nullable String sessionId,
    @Nullable String tokenId,
    @Nullable String eventId,
    @Nullable String cause,
    List<Check> checks,
    List<AuditLogEntry> audit,
    List<String> warnings) {
  public DiagnosticsResponse {
    checks = List.copyOf(checks);
    audit = List.copyOf(audit);
    warnings = List.copyOf(warnings);
  }

  /// What the query was taken for.
  public enum Kind {
    @JsonProperty("code")
    CODE,
    @JsonProperty("session")
    SESSION,
    @JsonProperty("token")
    TOKEN,
    @JsonProperty("unknown")
    UNKNOWN
  }

  /// How a check ended; one that does not apply is skipped.
  public enum Result {
    @JsonProperty("pass")
    PASS,
    @JsonProperty("fail")
    FAIL,
    @JsonProperty("skip")
    SKIP
  }

  /// One check, told in plain words.
  public record Check(String id, Result result, String detail) {}
}
