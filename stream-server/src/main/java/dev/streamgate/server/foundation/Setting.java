package dev.streamgate.server.foundation;

import java.util.Optional;

/// A value that staff may set as long as the configuration does not.
///
/// @param fixed whether the configuration gives the value, which staff then cannot change
public record Setting<T>(T value, boolean fixed) {
  static <T> Setting<T> of(Optional<T> given, T fallback) {
    return new Setting<>(given.orElse(fallback), given.isPresent());
  }
}
