package dev.streamgate.server.foundation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupManifest.SecretsCopy;
import dev.streamgate.model.operation.BackupManifest.TableFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// A backup that has been read through once: it holds what its manifest says, whole, and nothing
/// else. Nothing is unpacked to the disk, and never more than a line is in memory, however much the
/// zip claims to hold.
public final class BackupArchive implements AutoCloseable {
  private static final int LONGEST_MANIFEST = 1 << 20;
  private static final int LONGEST_SECRETS = 1 << 16;

  private final ZipFile zip;
  private final BackupManifest manifest;

  private BackupArchive(ZipFile zip, BackupManifest manifest) {
    this.zip = zip;
    this.manifest = manifest;
  }

  /// Opens a backup and compares all of it with its sums.
  ///
  /// @throws DamagedBackupException if it is none, or not as it was written
  /// @throws UncheckedIOException if the file cannot be read
  public static BackupArchive open(Path file) {
    try {
      ZipFile zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
      try {
        BackupArchive archive = new BackupArchive(zip, readManifest(zip));
        archive.check();
        return archive;
      } catch (RuntimeException e) {
        zip.close();
        throw e;
      }
    } catch (ZipException e) {
      throw new DamagedBackupException("it is not a whole zip file", e);
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    }
  }

  public BackupManifest manifest() {
    return manifest;
  }

  /// The file of secrets, if it is in the backup.
  Optional<byte[]> secrets() {
    return Optional.ofNullable(manifest.secrets())
        .map(copy -> reading(copy.file(), () -> start(copy.file(), LONGEST_SECRETS)));
  }

  /// Gives every row of a table, in the order of its primary key.
  void rows(TableFile table, Consumer<JsonNode> each) {
    reading(
        table.file(),
        () -> {
          try (InputStream in = open(table.file())) {
            return eachLine(in, line -> each.accept(WireJson.tree(line)));
          }
        });
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing " + zip.getName(), e);
    }
  }

  private static BackupManifest readManifest(ZipFile zip) {
    ZipEntry entry = zip.getEntry(BackupManifest.FILE);
    if (entry == null) {
      throw new DamagedBackupException("it has no " + BackupManifest.FILE);
    }
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] json = in.readNBytes(LONGEST_MANIFEST);
      CRC32 sum = new CRC32();
      sum.update(json);
      if (sum.getValue() != entry.getCrc()) {
        throw new DamagedBackupException(BackupManifest.FILE + " is not as it was written");
      }
      BackupManifest manifest = WireJson.read(json, BackupManifest.class);
      if (manifest.format() != Backup.FORMAT) {
        throw new DamagedBackupException(
            "its format is %d, and this version reads format %d"
                .formatted(manifest.format(), Backup.FORMAT));
      }
      if (manifest.schema() < 1) {
        throw new DamagedBackupException("its schema is " + manifest.schema());
      }
      return manifest;
    } catch (MalformedJsonException e) {
      throw new DamagedBackupException(BackupManifest.FILE + " is not what a backup holds", e);
    } catch (IOException e) {
      throw new DamagedBackupException(BackupManifest.FILE + " cannot be unpacked", e);
    }
  }

  private void check() {
    checkTables();
    checkNames();
    manifest.tables().forEach(this::check);
    Optional.ofNullable(manifest.secrets()).ifPresent(this::check);
  }

  private void checkTables() {
    Set<String> known =
        Stream.concat(Backup.TABLES.stream(), Backup.SIGN_INS.stream())
            .map(BackupTable::name)
            .collect(Collectors.toCollection(HashSet::new));
    for (TableFile table : manifest.tables()) {
      if (!known.remove(table.table())) {
        throw new DamagedBackupException("there is no table " + table.table() + " to restore");
      }
    }
    Optional.ofNullable(manifest.secrets())
        .filter(it -> !it.file().equals(Backup.SECRETS))
        .ifPresent(it -> {
          throw new DamagedBackupException("its secrets are not in " + Backup.SECRETS);
        });
  }

  /// What nobody names is of no use, and two of a name would be two truths.
  private void checkNames() {
    Set<String> named = new HashSet<>(Set.of(BackupManifest.FILE));
    manifest.tables().forEach(it -> named.add(it.file()));
    Optional.ofNullable(manifest.secrets()).ifPresent(it -> named.add(it.file()));
    Set<String> found = new HashSet<>();
    zip.stream()
        .map(ZipEntry::getName)
        .forEach(name -> {
          if (!named.contains(name) || !found.add(name)) {
            throw new DamagedBackupException("it holds " + name + ", which its manifest does not");
          }
        });
  }

  private void check(TableFile table) {
    MessageDigest sum = Backup.sha256();
    long rows =
        reading(
            table.file(),
            () -> {
              try (InputStream in =
                  new BufferedInputStream(
                      new DigestInputStream(zip.getInputStream(entry(table.file())), sum))) {
                return eachLine(in, line -> {});
              }
            });
    compare(table.file(), table.sha256(), sum.digest());
    if (rows != table.rows()) {
      throw new DamagedBackupException(
          "%s has %d rows, and should have %d".formatted(table.file(), rows, table.rows()));
    }
  }

  private void check(SecretsCopy copy) {
    byte[] content = secrets().orElseThrow();
    compare(copy.file(), copy.sha256(), Backup.sha256().digest(content));
  }

  private static void compare(String file, String expected, byte[] found) {
    if (!HexFormat.of().formatHex(found).equals(expected)) {
      throw new DamagedBackupException(file + " is not as it was written: its sum differs");
    }
  }

  private static long eachLine(InputStream in, Consumer<byte[]> each) throws IOException {
    JsonLines lines = new JsonLines(in);
    long count = 0;
    for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
      each.accept(line.get());
      count++;
    }
    return count;
  }

  private byte[] start(String name, int most) throws IOException {
    try (InputStream in = open(name)) {
      return in.readNBytes(most);
    }
  }

  private InputStream open(String name) throws IOException {
    return new BufferedInputStream(zip.getInputStream(entry(name)));
  }

  private ZipEntry entry(String name) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new DamagedBackupException("it is missing");
    }
    return entry;
  }

  private interface Reading<T> {
    T run() throws IOException;
  }

  /// Whatever goes wrong in a part is told with the part's name.
  private static <T> T reading(String part, Reading<T> reading) {
    try {
      return reading.run();
    } catch (MalformedJsonException e) {
      throw new DamagedBackupException(part + ": a line is not JSON", e);
    } catch (DamagedBackupException e) {
      throw new DamagedBackupException(part + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new DamagedBackupException(part + " cannot be unpacked", e);
    }
  }
}
