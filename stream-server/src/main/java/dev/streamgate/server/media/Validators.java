package dev.streamgate.server.media;

import java.time.Instant;

/// What tells one state of a file from another (RFC 9110 §8.8).
///
/// @param etag a strong entity tag with its quotes
/// @param lastModified the last change, of which HTTP sees whole seconds
/// @param lastModifiedText the same as a header's value
public record Validators(String etag, Instant lastModified, String lastModifiedText) {

  /// The tag that nginx makes of the same file, so that either may answer for the other.
  public static Validators of(Instant lastModified, long size) {
    String tag = Long.toHexString(lastModified.getEpochSecond()) + "-" + Long.toHexString(size);
    return new Validators('"' + tag + '"', lastModified, HttpDate.format(lastModified));
  }
}
