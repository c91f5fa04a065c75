package dev.streamgate.server.cli;

import java.nio.file.Path;
import java.util.regex.Pattern;

/// Words of a command that is printed for people to copy.
public final class ShellWords {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private ShellWords() {}

  public static String quoted(Path path) {
    return quoted(path.toString());
  }

  /// The word as it is, or in quotes where a shell would take it for something else.
  public static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
