package dev.streamgate.server.cli;

/// Reads a line that must not be seen.
interface HiddenInput {
  /// The line, without its end; empty at the end of the input.
  String read(String prompt);
}
