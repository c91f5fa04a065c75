package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The configuration as a package installs it: every key as `.env.example` explains it, and those
/// set that say where data and streams lie on such a machine.
final class Settings {
  private static final Map<String, String> PLACES =
      Map.of("DATA_DIR", "/var/lib/streamgate", "STREAM_ROOT", "/var/lib/streamgate/streams");

  /// Where the pages of the sources lie on such a machine.
  private static final String GUIDES = "/usr/share/doc/streamgate/";

  private static final List<String> HEAD =
      List.of(
          "# StreamGate's configuration. Read at the start of the service, and by the command streamgate when root or",
          "# the user streamgate calls it. After a change: systemctl restart streamgate",
          "# One KEY=value a line. Any key may be given as <KEY>_FILE, the path of a file that holds the value.",
          "# Is anything ignored or wrong? sudo streamgate doctor. More: "
              + GUIDES
              + "operating.md");

  private static final List<String> TAIL =
      List.of(
          "",
          "# Options of the Java machine, separated by blanks; the last one counts.",
          "#STREAMGATE_JAVA_OPTS=-Xmx2g");

  private Settings() {}

  static List<String> installed(Path example) throws IOException {
    List<String> known = Files.readAllLines(example);
    List<String> lines = new ArrayList<>(HEAD);
    known.subList(known.indexOf(""), known.size()).forEach(line -> lines.add(placed(line)));
    lines.addAll(TAIL);
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      if (!lines.contains(place.getKey() + "=" + place.getValue())) {
        throw new PackagingException(".env.example does not name " + place.getKey() + ".");
      }
    }
    return lines;
  }

  private static String placed(String line) {
    for (Map.Entry<String, String> place : PLACES.entrySet()) {
      if (line.startsWith("#" + place.getKey() + "=")) {
        return place.getKey() + "=" + place.getValue();
      }
    }
    return line.replaceAll("(?<=^# |\\s)docs/", GUIDES);
  }
}
