package dev.streamgate.server;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.foundation.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The file in the data directory by which programs of the same user on this machine find the
/// server and show that they may command it (Spec, amendments: keys and secrets).
record ContactFile(Path file) {

  static ContactFile in(Path dataDirectory) {
    return new ContactFile(dataDirectory.resolve(ServerContact.FILE));
  }

  /// Writes beside the file and renames, so that nobody reads half of it.
  void write(ServerContact contact) {
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              ServerContact.FILE,
              ".new",
              OwnerOnly.attributes(file));
      Files.write(fresh, WireJson.bytes(contact));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("deleting " + file, e);
    }
  }
}
