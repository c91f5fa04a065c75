package dev.streamgate.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Objects;
import java.util.Optional;

/// Hidden input from the terminal, or plain lines when the input is no terminal.
final class TerminalInput implements HiddenInput {
  private final Console console = Objects.requireNonNull(System.console());
  private final BufferedReader lines =
      new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

  @Override
  public String read(String prompt) {
    if (console.isTerminal()) {
      return Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new).orElse("");
    }
    try {
      return Optional.ofNullable(lines.readLine()).orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a line of input", e);
    }
  }
}
