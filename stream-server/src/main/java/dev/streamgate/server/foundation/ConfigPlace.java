package dev.streamgate.server.foundation;

import java.util.Optional;

/// Where a setting was given.
///
/// @param source a file, {@link ConfigSources#ENVIRONMENT} or {@link ConfigSources#COMMAND_LINE}
/// @param name the setting as it is written there, such as `PORT_FILE`; empty for all of the source
public record ConfigPlace(String source, Optional<String> name) {
  static ConfigPlace of(String source, String name) {
    return new ConfigPlace(source, Optional.of(name));
  }

  static ConfigPlace allOf(String source) {
    return new ConfigPlace(source, Optional.empty());
  }
}
