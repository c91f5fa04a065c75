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

  /// Writes beside the file and renames, so that nobody reads half of it. Only one server at a time
  /// has the data directory, so what lies there of another was broken off.
  void write(ServerContact contact) {
    Path fresh = file.resolveSibling(ServerContact.FILE + ".new");
    try {
      Files.deleteIfExists(fresh);
      Files.write(Files.createFile(fresh, OwnerOnly.attributes(file)), WireJson.bytes(contact));
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
