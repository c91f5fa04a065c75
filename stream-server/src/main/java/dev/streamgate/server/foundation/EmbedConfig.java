package dev.streamgate.server.foundation;

import java.time.Duration;
import java.util.List;

/// Which pages may show the portal in a frame; none if the list is empty.
///
/// @param tokenLife how long an embed or preview address opens anything
public record EmbedConfig(Duration tokenLife, List<String> allowedOrigins) {
  static EmbedConfig read(ConfigReader reader) {
    return new EmbedConfig(
        Duration.ofSeconds(reader.number(ConfigKey.EMBED_TOKEN_TTL, 300, 60, 3600)),
        reader.origins(ConfigKey.EMBED_ALLOWED_ORIGINS));
  }
}
