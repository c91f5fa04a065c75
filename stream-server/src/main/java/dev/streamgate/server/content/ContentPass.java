package dev.streamgate.server.content;

import java.time.Instant;

/// A token of the content API.
///
/// @param contentId what it opens, as partners name it
/// @param expiresAt in whole seconds
public record ContentPass(
    String token, String contentId, String sessionId, String watermarkId, Instant expiresAt) {
  @Override
  public String toString() {
    return "ContentPass[" + contentId + "]";
  }
}
