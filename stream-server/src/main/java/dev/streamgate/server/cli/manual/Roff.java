package dev.streamgate.server.cli.manual;

/// A text in the language of manual pages, man(7), which groff and mandoc read.
final class Roff {
  private final StringBuilder text = new StringBuilder();

  /// A line that commands.
  Roff command(String name, String... arguments) {
    text.append('.').append(name);
    for (String argument : arguments) {
      text.append(" \"").append(escaped(argument).replace("\"", "\\(dq")).append('"');
    }
    text.append('\n');
    return this;
  }

  /// A paragraph.
  Roff paragraph(String words) {
    return command("PP").words(words);
  }

  /// What is explained, in bold, its value in italics, and the explanation.
  Roff explained(String name, String value, String words) {
    command("TP");
    text.append("\\fB").append(escaped(name)).append("\\fR");
    if (!value.isBlank()) {
      text.append(" \\fI").append(escaped(value)).append("\\fR");
    }
    text.append('\n');
    return words(words);
  }

  /// Words alone. A line that began with a point or an apostrophe would command.
  Roff words(String words) {
    for (String line : words.strip().split("\n", -1)) {
      String escaped = escaped(line);
      boolean commands = escaped.startsWith(".") || escaped.startsWith("'");
      text.append(commands ? "\\&" : "").append(escaped).append('\n');
    }
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  /// Hyphens as they are typed, and nothing but ASCII, whatever the reader's machine speaks.
  private static String escaped(String words) {
    StringBuilder escaped = new StringBuilder();
    words
        .codePoints()
        .forEach(point -> {
          switch (point) {
            case '\\' -> escaped.append("\\e");
            case '-' -> escaped.append("\\-");
            case '…' -> escaped.append("...");
            default -> {
              if (point < 128) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append("\\[u%04X]".formatted(point));
              }
            }
          }
        });
    return escaped.toString();
  }
}
