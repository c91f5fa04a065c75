package dev.streamgate.server.foundation;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Turns raw values into typed ones and collects every problem instead of stopping at the first.
final class ConfigReader {
  private static final int MIN_SECRET_LENGTH = 32;
  private static final List<String> PLACEHOLDERS =
      List.of("changeme", "change-me", "your-", "your_", "secret");

  private static final String ORIGIN_RULE = "https://gate.example.com, without the usual port";

  private final ConfigSources sources;
  private final List<ConfigProblem> problems;
  private final Set<ConfigKey> unusable = EnumSet.noneOf(ConfigKey.class);

  ConfigReader(ConfigSources sources) {
    this.sources = sources;
    this.problems = new ArrayList<>(sources.problems());
    this.unusable.addAll(sources.unreadable());
  }

  List<ConfigProblem> problems() {
    return List.copyOf(problems);
  }

  /// @throws ConfigurationException with every problem there is
  void requireNoProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems.stream().map(ConfigProblem::text).toList());
    }
  }

  /// The keys whose values were refused, so that something else stands in for them.
  Set<ConfigKey> unusable() {
    return Set.copyOf(unusable);
  }

  /// Whether what is not given surely is not.
  boolean isWhole() {
    return sources.isWhole();
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
      refuse(key, "Configuration error: " + key + " must be " + rule + ".");
      return Optional.empty();
    }
  }

  /// Adds a problem that concerns more than the value of one key.
  void refuse(String problem) {
    problems.add(new ConfigProblem("Configuration error: " + problem, Optional.empty()));
  }

  private void refuse(ConfigKey key, String problem) {
    unusable.add(key);
    problems.add(new ConfigProblem(problem, sources.placeOf(key)));
  }

  /// A key that must be given; what it must be is told elsewhere.
  void require(ConfigKey key) {
    if (!sources.isNamed(key)) {
      problems.add(
          new ConfigProblem("Missing required environment variable: " + key, Optional.empty()));
    }
  }

  int number(ConfigKey key, int fallback, int min, int max) {
    return optionalNumber(key, min, max).orElse(fallback);
  }

  Optional<Integer> optionalNumber(ConfigKey key, int min, int max) {
    return optional(
        key,
        "a whole number from " + min + " to " + max,
        text -> {
          int number = Integer.parseInt(text);
          if (number < min || number > max) {
            throw new IllegalArgumentException(text);
          }
          return number;
        });
  }

  /// `true` or `false`.
  boolean flag(ConfigKey key, boolean fallback) {
    return value(
        key,
        fallback,
        "true or false",
        text ->
            switch (text) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(text);
            });
  }

  Optional<Path> optionalPath(ConfigKey key) {
    return optional(key, "a path", ConfigReader::parsePath);
  }

  /// An origin: scheme, host and perhaps a port, and nothing behind them.
  Optional<String> origin(ConfigKey key) {
    return optional(
        key, "an http or https origin such as " + ORIGIN_RULE, ConfigReader::parseOrigin);
  }

  /// A list of origins; empty if not given.
  List<String> origins(ConfigKey key) {
    return list(
        key, List.of(), "a list of origins such as " + ORIGIN_RULE, ConfigReader::parseOrigin);
  }

  /// An http or https address below which there are more; without the slash at its end.
  Optional<String> baseAddress(ConfigKey key) {
    return optional(
        key,
        "an http or https address such as https://origin.example.com/hls",
        ConfigReader::parseBaseAddress);
  }

  /// A list separated by commas, each element in a form of its own.
  <T> List<T> list(ConfigKey key, List<T> fallback, String rule, Function<String, T> parse) {
    return optionalList(key, rule, parse).orElse(fallback);
  }

  <T> Optional<List<T>> optionalList(ConfigKey key, String rule, Function<String, T> parse) {
    return optional(
        key,
        rule,
        text -> Arrays.stream(text.split(",", -1)).map(String::strip).map(parse).toList());
  }

  /// A secret long enough to be one, and no example left over from a guide.
  Optional<String> secret(ConfigKey key) {
    Optional<String> secret = sources.get(key);
    secret.flatMap(value -> weakness(key, value)).ifPresent(problem -> refuse(key, problem));
    return secret;
  }

  /// Reads an origin (RFC 6454 §4); a slash behind it is forgiven, and its letters become small.
  /// The usual port of the scheme is refused: browsers leave it out.
  static String parseOrigin(String text) {
    URI uri = webAddress(text.toLowerCase(Locale.ROOT));
    String authority = uri.getRawAuthority();
    boolean isUsual = uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
    if (!uri.getRawPath().isEmpty() || isUsual || authority.endsWith(":")) {
      throw new IllegalArgumentException(text);
    }
    return uri.toString();
  }

  /// The text itself if it has this shape.
  ///
  /// @throws IllegalArgumentException if it has not
  static String matching(Pattern shape, String text) {
    if (!shape.matcher(text).matches()) {
      throw new IllegalArgumentException(text);
    }
    return text;
  }

  private static String parseBaseAddress(String text) {
    return webAddress(text).toString();
  }

  /// An http or https address with a host and perhaps a path, without the slash at its end.
  private static URI webAddress(String text) {
    URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    boolean plain =
        uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
    if (!web || uri.getHost() == null || !plain) {
      throw new IllegalArgumentException(text);
    }
    return uri;
  }

  /// What makes a text no secret, as a sentence about its key; empty if it may be one.
  static Optional<String> weakness(ConfigKey key, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (PLACEHOLDERS.stream().anyMatch(lower::startsWith)) {
      return Optional.of(
          "Configuration error: "
              + key
              + " is a placeholder. Generate a value with: streamgate generate-secret");
    }
    return value.length() < MIN_SECRET_LENGTH
        ? Optional.of(
            "Configuration error: "
                + key
                + " must be at least "
                + MIN_SECRET_LENGTH
                + " characters.")
        : Optional.empty();
  }

  private static Path parsePath(String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(text, e);
    }
  }
}
