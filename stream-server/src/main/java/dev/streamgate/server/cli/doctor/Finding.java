package dev.streamgate.server.cli.doctor;

import java.util.Optional;

/// What a check found, in one line.
///
/// @param subject what was looked at
/// @param remedy what to do; empty where nothing needs to be done
public record Finding(Level level, String subject, String text, Optional<String> remedy) {
  /// How bad it is.
  public enum Level {
    OK,
    WARN,
    FAIL
  }

  static Finding ok(String subject, String text) {
    return new Finding(Level.OK, subject, text, Optional.empty());
  }

  static Finding warn(String subject, String text, String remedy) {
    return new Finding(Level.WARN, subject, text, Optional.of(remedy));
  }

  static Finding fail(String subject, String text, String remedy) {
    return new Finding(Level.FAIL, subject, text, Optional.of(remedy));
  }

  /// For example `FAIL Port 8080: is already in use. Remedy: …`.
  public String line() {
    return "%-5s %s: %s%s"
        .formatted(level, subject, text, remedy.map(it -> ". Remedy: " + it).orElse(""));
  }
}
