package dev.streamgate.server.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// As long as it is open, the terminal at the input does not show what is typed. By `stty`, since
/// Java does it only where the output goes to a terminal too.
final class HiddenTyping implements AutoCloseable {
  private final Optional<String> before;
  private final Thread restoring = new Thread(this::restore);

  private HiddenTyping(Optional<String> before) {
    this.before = before;
  }

  /// Hides what is typed, where the input is a terminal.
  static HiddenTyping begin() {
    HiddenTyping typing = new HiddenTyping(stty("-g"));
    if (typing.isAtTerminal()) {
      Runtime.getRuntime().addShutdownHook(typing.restoring); // also when this is interrupted
      stty("-echo");
    }
    return typing;
  }

  /// Whether somebody can type; never where there is no `stty`.
  boolean isAtTerminal() {
    return before.isPresent();
  }

  @Override
  public void close() {
    if (isAtTerminal()) {
      Runtime.getRuntime().removeShutdownHook(restoring);
      restore();
      System.err.println();
    }
  }

  private void restore() {
    before.ifPresent(HiddenTyping::stty);
  }

  /// What it prints; empty if it does not do what it should, as where the input is no terminal.
  private static Optional<String> stty(String argument) {
    try {
      Process stty =
          new ProcessBuilder(List.of("stty", argument))
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String printed = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return stty.waitFor() == 0 ? Optional.of(printed.strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
