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
      Pattern.compile("\\s*(export\\s+)?([A-Za-z_][A-Za-z0-9_]*)(\\s*)=.*");

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
        .filter(key -> !named.contains(key))
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
      return setting.group(1) == null && setting.group(3).isEmpty()
          ? Optional.empty()
          : Optional.of(
              Finding.warn(
                  SUBJECT,
                  "%s in %s is not read".formatted(key, place),
                  "write %s=value, without export and without blanks".formatted(key)));
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

  private static Finding unknown(String key, String place, String meant) {
    return Finding.warn(
        SUBJECT,
        "%s in %s is no key, and is ignored".formatted(key, place),
        "did you mean %s? Correct it, and restart the server".formatted(meant));
  }
}
