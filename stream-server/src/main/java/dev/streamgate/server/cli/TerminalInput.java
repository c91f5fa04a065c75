package dev.streamgate.server.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Optional;

/// Hidden input from the terminal, or plain lines when the input is no terminal.
final class TerminalInput implements HiddenInput {
  /// Absent when input or output is no terminal, in Java 25 again.
  private final Optional<Console> console = Optional.ofNullable(System.console());

  private final BufferedReader lines =
      new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));

  @Override
  public String read(String prompt) {
    return console
        .map(terminal -> Optional.ofNullable(terminal.readPassword("%s", prompt)))
        .map(typed -> typed.map(String::new).orElse(""))
        .orElseGet(() -> readWithoutConsole(prompt));
  }

  /// Where only the output goes elsewhere, there is somebody to ask, by what is no output.
  private String readWithoutConsole(String prompt) {
    try (HiddenTyping typing = HiddenTyping.begin()) {
      if (typing.isAtTerminal()) {
        System.err.print(prompt);
        System.err.flush();
      }
      return Optional.ofNullable(lines.readLine()).orElse("");
    } catch (IOException e) {
      throw new UncheckedIOException("reading a line of input", e);
    }
  }
}
