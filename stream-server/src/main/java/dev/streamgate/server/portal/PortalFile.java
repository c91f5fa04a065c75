package dev.streamgate.server.portal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// One file that is served as it is, held in memory: of the built portal, or a description.
public final class PortalFile {
  private static final Pattern HASHED = Pattern.compile("assets/.+-[A-Za-z0-9_-]{8}\\.\\w+");
  private static final int TAG_LENGTH = 32;
  private static final String PAGE = "text/html; charset=utf-8";
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", PAGE),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json; charset=utf-8"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("yaml", "application/yaml"), // RFC 9512
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("webmanifest", "application/manifest+json"));

  private final String path;
  private final byte[] content;
  private volatile @Nullable Forms forms;

  /// The same content, packed by RFC 1952.
  public static final class Packed {
    private final byte[] content;
    private final String entityTag;

    private Packed(byte[] content, String entityTag) {
      this.content = content;
      this.entityTag = entityTag;
    }

    /// Hands the bytes themselves to somebody who only sends them.
    public void handTo(Consumer<byte[]> sender) {
      sender.accept(content);
    }

    /// A strong validator of its own, since the bytes are others.
    public String entityTag() {
      return entityTag;
    }
  }

  /// What is made of the content when somebody first asks for it: to make it of all files is a
  /// tenth of a start.
  private record Forms(String entityTag, Optional<Packed> packed) {}

  /// @param path below the portal's root, with `/` between its parts
  public PortalFile(String path, byte[] content) {
    this.path = path;
    this.content = content.clone();
  }

  public String path() {
    return path;
  }

  /// Hands the bytes themselves to somebody who only sends them: a copy for each answer would cost
  /// more than the answer.
  public void handTo(Consumer<byte[]> sender) {
    sender.accept(content);
  }

  /// The strong validator (RFC 9110 §8.8.3).
  public String entityTag() {
    return forms().entityTag;
  }

  /// The packed content; empty where packing gains nothing, as with pictures and fonts.
  public Optional<Packed> packed() {
    return forms().packed;
  }

  private Forms forms() {
    Forms known = forms;
    if (known == null) {
      String hash = hash(content).substring(0, TAG_LENGTH);
      known =
          new Forms(
              '"' + hash + '"',
              isText() ? pack(content, '"' + hash + "-gzip\"") : Optional.empty());
      forms = known;
    }
    return known;
  }

  public String mediaType() {
    String extension = path.substring(path.lastIndexOf('.') + 1);
    return TYPES.getOrDefault(extension, "application/octet-stream");
  }

  /// Whether it is what `/` answers.
  public boolean isStartPage() {
    return path.equals("index.html");
  }

  public boolean isPage() {
    return mediaType().equals(PAGE);
  }

  /// Whether the name changes with the content, so that the file may be kept for ever.
  public boolean isImmutable() {
    return HASHED.matcher(path).matches();
  }

  private boolean isText() {
    String type = mediaType();
    return type.startsWith("text/") || type.startsWith("application/") || type.endsWith("+xml");
  }

  private static Optional<Packed> pack(byte[] content, String entityTag) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException("packing in memory", e);
    }
    return bytes.size() < content.length
        ? Optional.of(new Packed(bytes.toByteArray(), entityTag))
        : Optional.empty();
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
