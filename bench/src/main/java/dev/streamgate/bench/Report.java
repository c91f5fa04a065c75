package dev.streamgate.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Prints results as tables of Markdown, as which they go into `bench/RESULTS.md`.
final class Report {
  private Report() {}

  /// Begins a table; the first column holds names, the others figures.
  static void table(String name, String... figures) {
    System.out.println();
    row(name, figures);
    row("---", Arrays.stream(figures).map(figure -> "---:").toArray(String[]::new));
  }

  static void row(String name, String... figures) {
    System.out.println(
        Stream.concat(Stream.of(name), Arrays.stream(figures))
            .collect(Collectors.joining(" | ", "| ", " |")));
  }

  static void paragraph(String text) {
    System.out.println("\n" + text);
  }

  /// What is happening; not a part of the results.
  static void progress(String text) {
    System.err.println(text);
  }

  static String number(double value, int decimals) {
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
