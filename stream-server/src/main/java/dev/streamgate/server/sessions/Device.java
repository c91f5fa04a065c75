package dev.streamgate.server.sessions;

import org.jspecify.annotations.Nullable;

/// The device on which somebody watches, as far as it made itself known.
///
/// @param name what it calls itself, for staff to read
public record Device(
    String address, @Nullable String userAgent, @Nullable String name, @Nullable String keyHash) {

  /// Whether both are surely the same browser.
  public boolean isSameAs(Device other) {
    return keyHash != null && keyHash.equals(other.keyHash);
  }
}
