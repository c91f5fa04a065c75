package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.ServerConfig.GivenSecrets;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The secrets of this server. Where it works alone, what is not configured is generated at the
/// first start and kept in `secrets.properties` in the data directory, readable by its owner only
/// (Spec, product §3.5).
public record Secrets(
    String playbackSigning,
    Optional<String> playbackSigningOld,
    String internalKey,
    Optional<String> partnerKey,
    Optional<String> adminSession,
    Optional<String> hlsSigning) {
  static final String FILE = "secrets.properties";
  private static final int BYTES = 32;
  private static final ConfigKey SIGNING = ConfigKey.PLAYBACK_SIGNING_SECRET;
  private static final ConfigKey INTERNAL = ConfigKey.INTERNAL_API_KEY;
  private static final ConfigKey PARTNER = ConfigKey.PARTNER_API_KEY;

  /// Takes the given secrets, else the kept ones, else makes and keeps new ones.
  ///
  /// @throws ConfigurationException if the kept ones cannot be read or written, or are weak
  public static Secrets resolve(GivenSecrets given, Path dataDirectory, SecureRandom random) {
    Path file = dataDirectory.resolve(FILE);
    try {
      Properties kept = read(file);
      int before = kept.size();
      for (ConfigKey key : List.of(SIGNING, INTERNAL, PARTNER)) {
        if (secret(given, kept, key).isEmpty()) {
          kept.setProperty(key.name(), generate(random));
        }
      }
      Secrets secrets = of(given, kept);
      if (kept.size() > before) {
        write(file, kept);
      }
      return secrets;
    } catch (IOException e) {
      throw unusable(file);
    }
  }

  /// Takes the given secrets, else the kept ones, and makes none: other processes, which cannot
  /// know what is made here, must have the same.
  ///
  /// @throws ConfigurationException if one is missing, or a kept one is weak
  public static Secrets known(GivenSecrets given, Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    try {
      return of(given, read(file));
    } catch (IOException e) {
      throw unusable(file);
    }
  }

  /// The secrets every server needs that are neither given nor kept.
  ///
  /// @throws ConfigurationException if the kept ones cannot be read
  public static List<ConfigKey> missing(GivenSecrets given, Path dataDirectory) {
    Path file = dataDirectory.resolve(FILE);
    try {
      Properties kept = read(file);
      return Stream.of(SIGNING, INTERNAL)
          .filter(key -> secret(given, kept, key).isEmpty())
          .toList();
    } catch (IOException e) {
      throw unusable(file);
    }
  }

  /// Whether a secret is kept from an earlier start; a file that cannot be read is told of later.
  static boolean isKept(ConfigKey key, Path dataDirectory) {
    try {
      return read(dataDirectory.resolve(FILE)).containsKey(key.name());
    } catch (IOException e) {
      return true;
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

  private static Secrets of(GivenSecrets given, Properties kept) {
    List<String> problems =
        Stream.of(SIGNING, INTERNAL)
            .map(key -> problem(key, secret(given, kept, key)))
            .flatMap(Optional::stream)
            .toList();
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
    return new Secrets(
        secret(given, kept, SIGNING).orElseThrow(),
        given.playbackSigningOld(),
        secret(given, kept, INTERNAL).orElseThrow(),
        secret(given, kept, PARTNER),
        given.adminSession(),
        given.hlsSigning());
  }

  private static Optional<String> problem(ConfigKey key, Optional<String> secret) {
    return secret.isPresent()
        ? ConfigReader.weakness(key, secret.get())
        : Optional.of("Missing required environment variable: " + key);
  }

  private static Optional<String> secret(GivenSecrets given, Properties kept, ConfigKey key) {
    Optional<String> configured =
        switch (key) {
          case PLAYBACK_SIGNING_SECRET -> given.playbackSigning();
          case INTERNAL_API_KEY -> given.internalKey();
          case PARTNER_API_KEY -> given.partnerKey();
          default -> throw new IllegalArgumentException(key + " is not kept");
        };
    return configured.or(() -> Optional.ofNullable(kept.getProperty(key.name())));
  }

  private static ConfigurationException unusable(Path file) {
    return ConfigurationException.of(
        "Configuration error: " + file + " must be readable and writable by its owner.");
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
        Files.createTempFile(
            file.toAbsolutePath().getParent(), FILE, ".new", OwnerOnly.attributes(file));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
