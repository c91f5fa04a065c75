package dev.streamgate.server.media;

import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/// The conditions a request puts on its answer (RFC 9110 §13.1), as header values.
public record Conditions(
    Optional<String> ifNoneMatch, Optional<String> ifModifiedSince, Optional<String> ifRange) {

  /// Whether the asker already has this state of the file. If-None-Match, where sent, decides alone
  /// (RFC 9110 §13.2.2).
  public boolean isNotModified(Validators current) {
    if (ifNoneMatch.isPresent()) {
      return matchesAny(ifNoneMatch.get(), current.etag());
    }
    return ifModifiedSince
        .flatMap(HttpDate::parse)
        .filter(since -> !current.lastModified().truncatedTo(ChronoUnit.SECONDS).isAfter(since))
        .isPresent();
  }

  /// Whether a part may be sent: the asker holds the rest of this very state (RFC 9110 §13.1.5).
  public boolean allowsPart(Validators current) {
    return ifRange.isEmpty()
        || ifRange.get().equals(current.etag())
        || ifRange.get().equals(current.lastModifiedText());
  }

  /// Compares weakly, that is without regard to `W/` (RFC 9110 §8.8.3.2). None of our tags contains
  /// a comma.
  private static boolean matchesAny(String tags, String current) {
    return Arrays.stream(tags.split(",", -1))
        .map(String::strip)
        .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
        .anyMatch(tag -> tag.equals("*") || tag.equals(current));
  }
}
