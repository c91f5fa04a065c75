package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.foundation.ConfigPlace;
import dev.streamgate.server.foundation.ConfigProblem;
import dev.streamgate.server.foundation.ConfigSources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where what is wrong with the configuration was written, as far as it can be known: the file and
/// the line, or else the environment or the command line.
public final class SettingPlaces {
  private static final String ANYWHERE = "application.yaml, the environment or the command line";

  private final Map<String, String> environment;
  private final Optional<Path> installed;

  /// @param environment in which the values of `installed` are as well
  /// @param installed the file with the service's `KEY=value` lines
  public SettingPlaces(Map<String, String> environment, Optional<Path> installed) {
    this.environment = Map.copyOf(environment);
    this.installed = installed;
  }

  /// Where a problem is mended, to go on with after "in".
  String of(ConfigProblem problem) {
    return problem.place().map(this::of).orElse(ANYWHERE);
  }

  private String of(ConfigPlace place) {
    return place.name().flatMap(name -> line(place.source(), name)).orElse(place.source());
  }

  private Optional<String> line(String source, String name) {
    return switch (source) {
      case ConfigSources.ENVIRONMENT -> installed.flatMap(file -> ofVariable(file, name));
      case ConfigSources.COMMAND_LINE -> Optional.empty();
      default ->
          line(Path.of(source), "[\"']?" + Pattern.quote(name) + "[\"']?\\s*:(.*)")
              .map(it -> it.of(source));
    };
  }

  /// The command of a package puts what is in the service's file into the environment; what was
  /// there before stands above it.
  private Optional<String> ofVariable(Path file, String name) {
    return line(file, Pattern.quote(name) + "=(.*)")
        .filter(it -> it.value().equals(environment.getOrDefault(name, "").strip()))
        .map(it -> it.of(file.toString()));
  }

  /// The last one counts.
  private static Optional<Line> line(Path file, String shape) {
    Pattern pattern = Pattern.compile("\\s*" + shape);
    try {
      List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      for (int number = lines.size(); number > 0; number--) {
        Matcher matcher = pattern.matcher(lines.get(number - 1));
        if (matcher.matches()) {
          return Optional.of(new Line(number, matcher.group(1)));
        }
      }
    } catch (IOException e) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  private record Line(int number, String written) {
    private String of(String file) {
      return "line %d of %s".formatted(number, file);
    }

    /// Without quotes around it.
    private String value() {
      String value = written.strip();
      boolean isQuoted = value.matches("([\"']).*\\1");
      return isQuoted ? value.substring(1, value.length() - 1).strip() : value;
    }
  }
}
