package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.ServerConfig.GivenSecrets;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;

/// The secrets of this server. What is not configured is generated at the first start and kept in
/// `secrets.properties` in the data directory, readable by its owner only (Spec, product §3.5).
public record Secrets(
    String playbackSigning,
    Optional<String> playbackSigningOld,
    String internalKey,
    Optional<String> adminSession,
    Optional<String> hlsSigning) {
  private static final String FILE = "secrets.properties";
  private static final int BYTES = 32;

  /// Takes the given secrets, else the kept ones, else makes and keeps new ones.
  ///
  /// @throws ConfigurationException if the kept ones cannot be read or written
  public static Secrets resolve(GivenSecrets given, Path dataDirectory, SecureRandom random) {
    Path file = dataDirectory.resolve(FILE);
    try {
      Properties kept = read(file);
      int before = kept.size();
      String playback =
          givenOrKept(given.playbackSigning(), ConfigKey.PLAYBACK_SIGNING_SECRET, kept, random);
      String internal = givenOrKept(given.internalKey(), ConfigKey.INTERNAL_API_KEY, kept, random);
      if (kept.size() > before) {
        write(file, kept);
      }
      return new Secrets(
          playback, given.playbackSigningOld(), internal, given.adminSession(), given.hlsSigning());
    } catch (IOException e) {
      throw ConfigurationException.of(
          "Configuration error: " + file + " must be readable and writable by its owner.");
    }
  }

  /// 64 random hex digits.
  public static String generate(SecureRandom random) {
    byte[] secret = new byte[BYTES];
    random.nextBytes(secret);
    return HexFormat.of().formatHex(secret);
  }

  @Override
  public String toString() {
    return "Secrets";
  }

  private static String givenOrKept(
      Optional<String> given, ConfigKey key, Properties kept, SecureRandom random) {
    return given.orElseGet(
        () -> (String) kept.computeIfAbsent(key.name(), name -> generate(random)));
  }

  private static Properties read(Path file) throws IOException {
    Properties kept = new Properties();
    if (Files.exists(file)) {
      kept.load(new StringReader(Files.readString(file)));
    }
    return kept;
  }

  /// Writes beside the file and renames, so that a crash leaves the old file or the new one.
  private static void write(Path file, Properties secrets) throws IOException {
    StringBuilder text =
        new StringBuilder("# Secrets of this server. Keep them; show them to nobody.\n");
    secrets.stringPropertyNames().stream()
        .sorted()
        .forEach(
            name -> text.append(name).append('=').append(secrets.getProperty(name)).append('\n'));
    Path fresh =
        Files.createTempFile(file.toAbsolutePath().getParent(), FILE, ".new", ownerOnly(file));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
