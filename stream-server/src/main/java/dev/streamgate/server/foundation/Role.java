package dev.streamgate.server.foundation;

/// What a process of the server does (Spec, product §3.1).
public enum Role {
  /// Database, portal, APIs and media in one process.
  ALL,
  /// The same without media.
  PLATFORM,
  /// Media alone: an edge, which never touches a database.
  MEDIA;

  /// Reads the name used in the configuration.
  ///
  /// @throws IllegalArgumentException if there is no such role
  static Role parse(String text) {
    return switch (text) {
      case "all" -> ALL;
      case "platform" -> PLATFORM;
      case "media" -> MEDIA;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /// Whether it delivers video.
  public boolean hasMedia() {
    return this != PLATFORM;
  }

  /// The name used in the configuration, in health answers and in print.
  public String wireName() {
    return switch (this) {
      case ALL -> "all";
      case PLATFORM -> "platform";
      case MEDIA -> "media";
    };
  }
}
