package dev.streamgate.server.cli.completion;

import java.util.List;

/// A verb as a shell completes it.
///
/// @param description one sentence
/// @param options with their dashes; one that takes its value after `=` ends with that
public record Completable(String verb, String description, List<Option> options) {
  public Completable {
    options = List.copyOf(options);
  }

  /// An option of a verb.
  public record Option(String name, String description) {}

  /// The names of all options, separated by blanks.
  String optionNames() {
    return String.join(" ", options.stream().map(Option::name).toList());
  }
}
