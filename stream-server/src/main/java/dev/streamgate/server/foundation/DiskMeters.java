package dev.streamgate.server.foundation;

import io.micrometer.core.instrument.Gauge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The figures for Prometheus about the disks on which the server writes (API §6).
public final class DiskMeters {
  private static final String NAME = "streamgate.disk.free.bytes";

  private DiskMeters() {}

  /// Says from now on how much is free where a server of this configuration writes.
  public static void register(Metrics metrics, ServerConfig config) {
    register(metrics, "data", Optional.of(config.dataDirectory()));
    if (config.role().hasMedia()) {
      register(metrics, "streams", config.media().streamRoot());
      register(metrics, "cache", config.media().cache().map(MediaConfig.SegmentCacheConfig::root));
    }
  }

  private static void register(Metrics metrics, String place, Optional<Path> folder) {
    folder
        .map(it -> Gauge.builder(NAME, it, DiskMeters::free).tag("place", place))
        .ifPresent(gauge -> gauge.strongReference(true).register(metrics.registry()));
  }

  /// Of a folder that is not there yet, where it would be.
  private static double free(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place.toFile().getUsableSpace();
  }
}
