package dev.streamgate.server.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The package of a system by which this program was installed, as its launcher makes it known to
/// those who may read the configuration of its service.
///
/// @param configuration the file with the service's `KEY=value` lines
/// @param units where the service's unit may lie, and folders of files that add to it; later ones
///   count more
public record Installation(Path configuration, List<Path> units) {
  /// Whom the service runs as.
  public static final String USER = "streamgate";

  /// By which encoders and web servers come to the streams.
  public static final String MEDIA_GROUP = "streamgate-media";

  private static final String PROPERTY = "streamgate.configuration";
  private static final List<Path> UNITS =
      List.of(
          Path.of("/usr/lib/systemd/system/streamgate.service"),
          Path.of("/etc/systemd/system/streamgate.service"),
          Path.of("/etc/systemd/system/streamgate.service.d"));

  public Installation {
    units = List.copyOf(units);
  }

  /// Empty where the program came otherwise, or was called by somebody who is nobody to the
  /// service.
  static Optional<Installation> known() {
    return Optional.ofNullable(System.getProperty(PROPERTY))
        .map(file -> new Installation(Path.of(file), UNITS));
  }

  /// What the unit says of a setting, such as `ProtectHome`; empty if there is no unit or it says
  /// nothing.
  public Optional<String> unitSetting(String name) {
    return unitLines()
        .map(String::strip)
        .filter(line -> line.startsWith(name + "="))
        .map(line -> line.substring(name.length() + 1).strip())
        .reduce((_, later) -> later);
  }

  private Stream<String> unitLines() {
    List<String> lines = new ArrayList<>();
    for (Path unit : units) {
      files(unit).forEach(file -> lines.addAll(lines(file)));
    }
    return lines.stream();
  }

  private static List<Path> files(Path unit) {
    if (!Files.isDirectory(unit)) {
      return List.of(unit);
    }
    try (Stream<Path> files = Files.list(unit)) {
      return files.filter(it -> it.toString().endsWith(".conf")).sorted().toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /// What cannot be read says nothing.
  private static List<String> lines(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      return List.of();
    }
  }
}
