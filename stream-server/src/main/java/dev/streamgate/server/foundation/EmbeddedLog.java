package dev.streamgate.server.foundation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What an embedded database has done since its last checkpoint, a line for each row that came or
/// went, and `COMMIT` behind those that belong together. What follows the last `COMMIT` was
/// answered to nobody: a kill or a power cut may leave anything there. What stands before it was
/// answered, and must be as it was written.
final class EmbeddedLog {
  private static final String COMMIT = "COMMIT";
  private static final String INSERT = "INSERT INTO ";
  private static final String VALUES = " VALUES(";
  private static final String DELETE = "DELETE FROM ";
  private static final String WHERE = " WHERE ";
  private static final String AND = " AND ";

  /// Whose line it is stands before the first of several.
  private static final Pattern SESSION = Pattern.compile("^/\\*C\\d+\\*/");

  /// How the database says what it could not replay, in each of its languages.
  private static final Pattern FAILURE = Pattern.compile("problem with log file.*? line: (\\d+)");

  private final long lastCommit;

  private EmbeddedLog(long lastCommit) {
    this.lastCommit = lastCommit;
  }

  /// Reads it through. The database itself overlooks much: where the end of a line is damaged it
  /// does not see that another row follows in it.
  ///
  /// @throws DamagedDatabaseException if a line before the last `COMMIT` is not as it was written
  static EmbeddedLog read(Path file) throws IOException {
    long number = 0;
    long lastCommit = 0;
    long damaged = Long.MAX_VALUE;
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String statement = SESSION.matcher(line).replaceFirst("");
        if (statement.equals(COMMIT)) {
          lastCommit = number;
        } else if (number < damaged && !isAsWritten(statement)) {
          damaged = number;
        }
      }
    }
    if (damaged < lastCommit) {
      throw damage(file, damaged, new StreamCorruptedException("not as the database writes it"));
    }
    return new EmbeddedLog(lastCommit);
  }

  /// Whether what could not be replayed was answered to nobody.
  boolean isUnfinishedAt(SQLException failure) {
    return failedLine(failure).orElse(0) > lastCommit;
  }

  /// The number of the line that could not be replayed; empty if the failure is not the log's.
  static OptionalLong failedLine(SQLException failure) {
    Matcher words = FAILURE.matcher(String.valueOf(failure.getMessage()));
    return words.find() ? OptionalLong.of(Long.parseLong(words.group(1))) : OptionalLong.empty();
  }

  static DamagedDatabaseException damage(Path file, long line, Throwable cause) {
    return new DamagedDatabaseException(file, "cannot be read at line " + line, cause);
  }

  /// What is no row, such as a new table, the database looks at closely by itself.
  private static boolean isAsWritten(String statement) {
    if (statement.chars().anyMatch(it -> it < ' ' || it > 0x7f)) {
      return false;
    }
    if (statement.startsWith(INSERT)) {
      int values = statement.indexOf(VALUES);
      return values > 0 && isList(statement, values + VALUES.length());
    }
    if (statement.startsWith(DELETE)) {
      int where = statement.indexOf(WHERE);
      return where > 0 && isCondition(statement, where + WHERE.length());
    }
    return true;
  }

  private static boolean isList(String statement, int from) {
    int end = endOfValue(statement, from);
    while (end < statement.length() && statement.charAt(end) == ',') {
      end = endOfValue(statement, end + 1);
    }
    return end == statement.length() - 1 && statement.charAt(end) == ')';
  }

  private static boolean isCondition(String statement, int from) {
    int equals = statement.indexOf('=', from);
    int end = equals < 0 ? 0 : endOfValue(statement, equals + 1);
    while (equals >= 0 && statement.startsWith(AND, end)) {
      equals = statement.indexOf('=', end);
      end = equals < 0 ? 0 : endOfValue(statement, equals + 1);
    }
    return end == statement.length();
  }

  /// A text is quoted, and what is not may begin like `X'` or be a number or a word.
  private static int endOfValue(String statement, int from) {
    int end = from;
    while (end < statement.length() && isOfWord(statement.charAt(end))) {
      end++;
    }
    while (end < statement.length() && statement.charAt(end) == '\'') {
      int close = statement.indexOf('\'', end + 1);
      end = close < 0 ? statement.length() : close + 1;
    }
    return end;
  }

  private static boolean isOfWord(char each) {
    return Character.isLetterOrDigit(each) || each == '.' || each == '-' || each == '+';
  }
}
