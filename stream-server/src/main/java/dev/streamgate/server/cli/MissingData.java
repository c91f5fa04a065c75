package dev.streamgate.server.cli;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Says that there is no data where the configuration looks for it, and where else it may be:
/// whoever calls a verb in the wrong folder wants another server's data, and no new one.
final class MissingData {
  /// Where the packages of Linux keep it.
  static final Path INSTALLED = Path.of("/var/lib/streamgate");

  private MissingData() {}

  static ConfigurationException of(ServerConfig config) {
    Path data = config.dataDirectory().toAbsolutePath().normalize();
    boolean isElsewhere = !config.database().directory().equals(Optional.of(data));
    String place = isElsewhere ? config.database().toString() : data.toString();
    if (data.equals(INSTALLED)) {
      return new ConfigurationException(
          List.of(
              "There is no StreamGate data in " + place + ", and none was made.",
              "If there was some, see whether its disk is mounted.",
              "A new server makes its data at its first start: sudo systemctl start streamgate"));
    }
    ConfigKey key = isElsewhere ? ConfigKey.DATABASE_URL : ConfigKey.DATA_DIR;
    return new ConfigurationException(
        List.of(
            "There is no StreamGate data in " + place + ", and none was made.",
            "If it is elsewhere, say where: %s, as --%s=…, in the environment or in %s here."
                .formatted(key, key, ServerConfig.FILE),
            "If StreamGate is installed as a package, its data is in %s: sudo streamgate …"
                .formatted(INSTALLED),
            "A new server makes its data at its first start: " + CommandName.typed() + " serve"));
  }
}
