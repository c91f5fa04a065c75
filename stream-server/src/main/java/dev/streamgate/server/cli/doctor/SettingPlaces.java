package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ConfigKey;
import dev.streamgate.server.foundation.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a setting was written, as far as it can be known: the file and the line, or else the
/// environment or the command line.
public final class SettingPlaces {
  private static final String ANYWHERE = "application.yaml, the environment or the command line";
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
  private static final Pattern FOREIGN =
      Pattern.compile("(\\S+) in (\\S+) (?:is not a key|must).*");

  private final ConfigSources sources;
  private final Map<String, String> environment;
  private final Optional<Path> installed;

  /// @param environment in which the values of `installed` are as well
  /// @param installed the file with the service's `KEY=value` lines
  public SettingPlaces(
      ConfigSources sources, Map<String, String> environment, Optional<Path> installed) {
    this.sources = sources;
    this.environment = Map.copyOf(environment);
    this.installed = installed;
  }

  /// Where a problem of the configuration is mended, to go on with after "in".
  ///
  /// @param problem which begins with the name of a key, or names what is none and its file
  String of(String problem) {
    Matcher foreign = FOREIGN.matcher(problem);
    if (foreign.matches()) {
      return inFile(foreign.group(2), foreign.group(1)).orElse(foreign.group(2));
    }
    return keyIn(problem).flatMap(this::of).orElse(ANYWHERE);
  }

  private Optional<String> of(ConfigKey key) {
    return sources
        .placeOf(key)
        .map(place ->
            (place.equals(ConfigSources.ENVIRONMENT) ? ofVariable(key) : inFile(place, key.name()))
                .orElse(place));
  }

  /// The command of a package puts what is in the service's file into the environment; what was
  /// there before stands above it.
  private Optional<String> ofVariable(ConfigKey key) {
    String value = environment.getOrDefault(key.name(), "");
    return installed.flatMap(file ->
        line(file, key + "(?:_FILE)?\\s*=.*")
            .filter(it -> it.text().contains(value))
            .map(it -> it.of(file)));
  }

  private static Optional<String> inFile(String file, String key) {
    try {
      Path path = Path.of(file);
      return line(path, "[\"']?" + Pattern.quote(key) + "(?:_FILE)?[\"']?\\s*:.*")
          .map(it -> it.of(path));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /// The last one counts.
  private static Optional<Line> line(Path file, String shape) {
    Pattern pattern = Pattern.compile("\\s*" + shape);
    try {
      List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      for (int number = lines.size(); number > 0; number--) {
        String text = lines.get(number - 1);
        if (pattern.matcher(text).matches()) {
          return Optional.of(new Line(number, text));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private record Line(int number, String text) {
    private String of(Path file) {
      return "line %d of %s".formatted(number, file);
    }
  }

  private static Optional<ConfigKey> keyIn(String problem) {
    Matcher name = NAME.matcher(problem);
    return name.lookingAt()
        ? Arrays.stream(ConfigKey.values())
            .filter(key -> name.group().equals(key.name()) || name.group().equals(key + "_FILE"))
            .findFirst()
        : Optional.empty();
  }
}
