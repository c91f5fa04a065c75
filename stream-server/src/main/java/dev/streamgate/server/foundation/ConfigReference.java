package dev.streamgate.server.foundation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The commented reference of the configuration, `application.yaml` on the class path, as people
/// read it.
public final class ConfigReference {
  private static final String FILE = "/application.yaml";
  private static final Pattern KEY = Pattern.compile("#([A-Z0-9_]+):(?: (.*))?");

  private ConfigReference() {}

  /// What is said of a key.
  ///
  /// @param standard what counts when it is not given; empty if that is told in words
  public record Entry(ConfigKey key, String standard, String words) {}

  /// All keys, in their order. Words that stand before several belong to each of these.
  public static List<Entry> read() {
    try (InputStream in = ConfigReference.class.getResourceAsStream(FILE)) {
      byte[] bytes = Objects.requireNonNull(in, FILE).readAllBytes();
      return entries(new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + FILE, e);
    }
  }

  private static List<Entry> entries(String text) {
    List<Entry> entries = new ArrayList<>();
    List<String> words = new ArrayList<>();
    for (String line : text.lines().toList()) {
      Matcher key = KEY.matcher(line);
      if (key.matches()) {
        entries.add(
            new Entry(
                ConfigKey.valueOf(key.group(1)),
                Objects.requireNonNullElse(key.group(2), ""),
                String.join("\n", words)));
      } else if (line.startsWith("# ")) {
        words.add(line.substring(2));
      } else {
        words.clear();
      }
    }
    return entries;
  }
}
