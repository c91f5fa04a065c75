package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.foundation.KeySpelling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Whether what looks like a setting is one. In the environment and in a file of the environment a
/// misspelt key is nobody's, so nothing else would tell. Values are never shown: they may be
/// secrets.
final class SettingNamesCheck implements Check {
  private static final String SUBJECT = "Settings";

  /// A setting as it was meant, with what the readers of such files do not allow for.
  private static final Pattern SETTING =
      Pattern.compile("\\s*(export\\s+)?([A-Za-z_][A-Za-z0-9_]*)(\\s*)=\\s*(.*)");

  /// Which languages programs speak, for gettext; in the environment it is no slip for `LANGUAGES`,
  /// and the launchers set it (docs/adr/0081).
  private static final String OF_GETTEXT = "LANGUAGE";

  private final Optional<Path> file;
  private final Map<String, String> environment;

  /// @param file that of the installed service, with a `KEY=value` a line
  SettingNamesCheck(Optional<Path> file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  @Override
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    List<String> named = new ArrayList<>();
    file.ifPresent(it -> findings.addAll(inFile(it, named)));
    environment.keySet().stream()
        .filter(key -> !named.contains(key) && !key.equals(OF_GETTEXT))
        .sorted()
        .forEach(key ->
            KeySpelling.nearly(key)
                .ifPresent(meant -> findings.add(unknown(key, "the environment", meant))));
    return findings;
  }

  private static List<Finding> inFile(Path file, List<String> named) {
    List<Finding> findings = new ArrayList<>();
    try {
      List<String> lines = Files.readAllLines(file);
      for (int number = 1; number <= lines.size(); number++) {
        Matcher setting = SETTING.matcher(lines.get(number - 1));
        if (setting.matches()) {
          named.add(setting.group(2));
          String place = "line %d of %s".formatted(number, file);
          finding(setting, place).ifPresent(findings::add);
        }
      }
    } catch (IOException e) {
      findings.add(
          Finding.fail(SUBJECT, FailureWords.of(e), "correct the file, or the rights to read it"));
    }
    return findings;
  }

  private static Optional<Finding> finding(Matcher setting, String place) {
    String key = setting.group(2);
    if (KeySpelling.isKey(key)) {
      return misread(setting)
          .map(how ->
              Finding.warn(
                  SUBJECT,
                  "%s in %s %s".formatted(key, place, how),
                  "write %s=value in one line, without export, without blanks beside the sign, and with both quotes or none"
                      .formatted(key)));
    }
    return KeySpelling.nearly(key)
        .map(meant -> unknown(key, place, meant))
        .or(() ->
            KeySpelling.beginsLikeOne(key)
                ? Optional.of(
                    Finding.warn(
                        SUBJECT,
                        "%s in %s is no key, and is ignored".formatted(key, place),
                        "take it out, or see the file's comments for the keys that there are"))
                : Optional.empty());
  }

  /// The service's manager reads some of what this command does not.
  private static Optional<String> misread(Matcher setting) {
    if (setting.group(1) != null) {
      return Optional.of("is not read");
    }
    if (!setting.group(3).isEmpty()) {
      return Optional.of("is read by the service at most, and not by this command");
    }
    return isOpen(setting.group(4))
        ? Optional.of(
            "begins with a quote that does not end: what follows may be taken for its value")
        : Optional.empty();
  }

  private static boolean isOpen(String value) {
    char first = value.isEmpty() ? ' ' : value.charAt(0);
    return (first == '"' || first == '\'') && value.indexOf(first, 1) < 0;
  }

  private static Finding unknown(String key, String place, String meant) {
    return Finding.warn(
        SUBJECT,
        "%s in %s is no key, and is ignored".formatted(key, place),
        "did you mean %s? Correct it, and restart the server".formatted(meant));
  }
}
