package dev.streamgate.model.content;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// What a token is worth (API §3.2): `payload` of a good one, `error` of any other.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenIntrospection(boolean valid, @Nullable Payload payload, @Nullable String error) {

  /// What a good token says. Instants are in milliseconds since 1970.
  public record Payload(
      String contentId,
      String viewerId,
      String sessionId,
      String watermarkId,
      long issuedAt,
      long expiresAt) {}
}
