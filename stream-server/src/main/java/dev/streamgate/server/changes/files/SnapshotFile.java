package dev.streamgate.server.changes.files;

import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.changes.EdgeSnapshot;
import dev.streamgate.server.foundation.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps what an edge knows in one file, readable by its owner only. A file that cannot be read is
/// put aside, not deleted; the edge then begins at zero.
public final class SnapshotFile implements EdgeSnapshot.Store {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotFile.class);
  private static final String NAME = "edge.json";
  private static final int VERSION = 1;

  private final Path file;

  /// @param directory exists and can be written
  public SnapshotFile(Path directory) {
    this.file = directory.resolve(NAME);
  }

  /// @param version of this form
  private record Kept(int version, EdgeSnapshot known) {
    Kept {
      Objects.requireNonNull(known);
    }
  }

  @Override
  public EdgeSnapshot load() {
    if (!Files.exists(file)) {
      return EdgeSnapshot.EMPTY;
    }
    try {
      Kept kept = WireJson.read(Files.readAllBytes(file), Kept.class);
      if (kept.version() == VERSION) {
        return kept.known();
      }
      return aside("it is of version " + kept.version());
    } catch (MalformedJsonException | IOException e) {
      return aside(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void save(EdgeSnapshot snapshot) {
    Path fresh = file.resolveSibling(NAME + ".new");
    try {
      Files.deleteIfExists(fresh);
      write(fresh, WireJson.bytes(new Kept(VERSION, snapshot)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping what this edge knows in " + file, e);
    }
  }

  /// On the disk before the file takes the place of the last one.
  private static void write(Path fresh, byte[] content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            Files.createFile(fresh, OwnerOnly.attributes(fresh)), StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private EdgeSnapshot aside(String reason) {
    Path unreadable = file.resolveSibling(NAME + ".unreadable");
    LOG.warn("{} cannot be used ({}); it is now {}", file, reason, unreadable);
    try {
      Files.move(file, unreadable, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.warn("{} cannot be put aside and will be overwritten", file, e);
    }
    return EdgeSnapshot.EMPTY;
  }
}
