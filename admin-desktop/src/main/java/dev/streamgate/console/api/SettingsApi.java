package dev.streamgate.console.api;

import dev.streamgate.model.staff.SettingsRequest;
import dev.streamgate.model.staff.SettingsResponse;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/// What owners may set while the server runs, and the backup.
public interface SettingsApi {
  Answer<SettingsResponse> read();

  Answer<SettingsResponse> change(SettingsRequest change);

  /// Writes a backup into `file`, which appears only once it is whole. `received` hears from the
  /// calling thread how many bytes have arrived.
  Answer<Path> backup(Path file, LongConsumer received);
}
