package dev.streamgate.server.foundation;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Turns raw values into typed ones and collects every problem instead of stopping at the first.
final class ConfigReader {
  private static final int MIN_SECRET_LENGTH = 32;
  private static final List<String> PLACEHOLDERS =
      List.of("changeme", "change-me", "your-", "your_", "secret");

  private final ConfigSources sources;
  private final List<String> problems;

  ConfigReader(ConfigSources sources) {
    this.sources = sources;
    this.problems = new ArrayList<>(sources.problems());
  }

  /// The keys that have a value, good or bad.
  Set<ConfigKey> given() {
    return Arrays.stream(ConfigKey.values())
        .filter(key -> sources.get(key).isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }

  List<String> problems() {
    return List.copyOf(problems);
  }

  Optional<String> text(ConfigKey key) {
    return sources.get(key);
  }

  /// A value in a form of its own; one that `parse` refuses is a problem and `fallback` stands in.
  <T> T value(ConfigKey key, T fallback, String rule, Function<String, T> parse) {
    return optional(key, rule, parse).orElse(fallback);
  }

  <T> Optional<T> optional(ConfigKey key, String rule, Function<String, T> parse) {
    try {
      return sources.get(key).map(parse);
    } catch (IllegalArgumentException e) {
      problems.add("Configuration error: " + key + " must be " + rule + ".");
      return Optional.empty();
    }
  }

  int number(ConfigKey key, int fallback, int min, int max) {
    return value(
        key,
        fallback,
        "a whole number from " + min + " to " + max,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  Path path(ConfigKey key, Path fallback) {
    return value(key, fallback, "a path", ConfigReader::parsePath);
  }

  /// An origin: scheme, host and perhaps a port, and nothing behind them.
  Optional<String> origin(ConfigKey key) {
    return optional(
        key, "an http or https origin such as https://gate.example.com", ConfigReader::parseOrigin);
  }

  /// A list separated by commas, each element in a form of its own.
  <T> List<T> list(ConfigKey key, List<T> fallback, String rule, Function<String, T> parse) {
    return value(
        key,
        fallback,
        rule,
        text -> Arrays.stream(text.split(",", -1)).map(String::strip).map(parse).toList());
  }

  /// A secret long enough to be one, and no example left over from a guide.
  Optional<String> secret(ConfigKey key) {
    Optional<String> secret = sources.get(key);
    secret.ifPresent(value -> checkSecret(key, value));
    return secret;
  }

  /// Reads an origin (RFC 6454 §4); a slash behind it is forgiven, and its letters become small.
  static String parseOrigin(String text) {
    try {
      URI uri = new URI(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      boolean bare =
          uri.getRawPath().isEmpty()
              && uri.getRawQuery() == null
              && uri.getRawFragment() == null
              && uri.getRawUserInfo() == null;
      if (!web || uri.getHost() == null || !bare) {
        throw new IllegalArgumentException(text);
      }
      return uri.toString().toLowerCase(Locale.ROOT);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private void checkSecret(ConfigKey key, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (PLACEHOLDERS.stream().anyMatch(lower::startsWith)) {
      problems.add(
          "Configuration error: "
              + key
              + " is a placeholder. Generate a value with: streamgate generate-secret");
    } else if (value.length() < MIN_SECRET_LENGTH) {
      problems.add(
          "Configuration error: "
              + key
              + " must be at least "
              + MIN_SECRET_LENGTH
              + " characters.");
    }
  }

  private static Path parsePath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
