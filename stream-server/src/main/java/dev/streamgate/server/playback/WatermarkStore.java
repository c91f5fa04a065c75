package dev.streamgate.server.playback;

import java.time.Instant;
import java.util.Optional;

/// Keeps watermarks.
public interface WatermarkStore {
  Optional<WatermarkRecord> find(String watermarkId);

  /// Keeps a watermark, in place of an earlier one of the same session.
  void save(WatermarkRecord watermark);

  void deleteBefore(Instant limit);
}
