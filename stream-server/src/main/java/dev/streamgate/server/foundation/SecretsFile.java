package dev.streamgate.server.foundation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Properties;

/// The file of a server's generated secrets as it is backed up and restored, whole. What is in it,
/// {@link Secrets} knows.
public final class SecretsFile {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Path file;

  private SecretsFile(Path file) {
    this.file = file;
  }

  public static SecretsFile in(Path dataDirectory) {
    return new SecretsFile(dataDirectory.resolve(Secrets.FILE));
  }

  public Path path() {
    return file;
  }

  /// What it holds; empty if it is not there.
  ///
  /// @throws UncheckedIOException if it cannot be read
  public Optional<byte[]> content() {
    try {
      return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  /// Whether it holds other secrets than these. None at all is not other ones.
  boolean differsFrom(byte[] secrets) {
    return content().map(SecretsFile::read).filter(it -> !it.equals(read(secrets))).isPresent();
  }

  /// Puts these secrets in its place, readable by its owner only. What was there is kept beside it.
  /// At no moment there are none: a server that found none would make new ones.
  Exchange exchange(byte[] secrets, Instant now) {
    if (content().map(SecretsFile::read).filter(read(secrets)::equals).isPresent()) {
      return new Exchange(file, Optional.empty(), false);
    }
    try {
      Path fresh =
          Files.createTempFile(
              file.toAbsolutePath().getParent(), Secrets.FILE, ".new", OwnerOnly.attributes(file));
      Files.write(fresh, secrets, StandardOpenOption.DSYNC, StandardOpenOption.WRITE);
      Optional<Path> aside = setAside(now);
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Exchange(file, aside, true);
    } catch (IOException e) {
      throw new UncheckedIOException("writing " + file, e);
    }
  }

  /// Secrets that were put in the place of others.
  ///
  /// @param aside where the former ones are, if there were any
  /// @param done false if there was nothing to do
  record Exchange(Path file, Optional<Path> aside, boolean done) {
    /// Puts the former ones back.
    void undo() {
      if (!done) {
        return;
      }
      try {
        if (aside.isPresent()) {
          Files.move(aside.get(), file, StandardCopyOption.REPLACE_EXISTING);
        } else {
          Files.delete(file);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("putting the former " + file + " back", e);
      }
    }
  }

  private Optional<Path> setAside(Instant now) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Path aside = file.resolveSibling(Secrets.FILE + "." + TIME.format(now) + ".old");
    Files.copy(file, aside, StandardCopyOption.COPY_ATTRIBUTES);
    return Optional.of(aside);
  }

  private static Properties read(byte[] content) {
    Properties secrets = new Properties();
    try {
      secrets.load(
          new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
      return secrets;
    } catch (IOException | IllegalArgumentException e) {
      throw new DamagedBackupException(Backup.SECRETS + " holds no secrets");
    }
  }
}
