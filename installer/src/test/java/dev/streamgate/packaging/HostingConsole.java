package dev.streamgate.packaging;

import dev.streamgate.console.ConsoleLauncher;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.stage.Window;

/// Somebody at an installed console who starts a server on the same computer, and stops it when
/// nothing more comes on standard input. `installer/clean-machine` runs it with the console's own
/// Java machine and jars.
final class HostingConsole {
  private static final int TRIES = 600;
  private static final int MILLIS = 100;

  private HostingConsole() {}

  /// The folder for the server's data, and its port. Prints the first password.
  public static void main(String[] arguments)
      throws IOException, InterruptedException, ExecutionException {
    Thread.ofPlatform().start(() -> ConsoleLauncher.main(new String[0]));
    press("#welcomeHost");
    type("#hostFolder", arguments[0]);
    type("#hostPort", arguments[1]);
    press("#startServer");
    System.out.println("password: " + await("#hostPassword", HostingConsole::text));
    while (System.in.read() >= 0) {
      // Until whoever plays from this server has seen enough.
    }
    press("#stopServer");
    awaitEndOfServer();
    Platform.exit();
  }

  /// The console asks first if somebody is still watching.
  private static void awaitEndOfServer() throws InterruptedException, ExecutionException {
    for (int tries = 0; tries < TRIES; tries++) {
      List<ProcessHandle> servers = ProcessHandle.current().children().toList();
      if (servers.isEmpty()) {
        return;
      }
      onScreen("#dialogConfirm", HostingConsole::pressed);
      Thread.sleep(MILLIS);
    }
    throw new IllegalStateException("The server goes on.");
  }

  private static void press(String selector) throws InterruptedException, ExecutionException {
    await(selector, HostingConsole::pressed);
  }

  private static void type(String selector, String text)
      throws InterruptedException, ExecutionException {
    await(
        selector,
        node -> {
          ((TextInputControl) node).setText(text);
          return Optional.of(text);
        });
  }

  private static Optional<String> pressed(Node node) {
    ((ButtonBase) node).fire();
    return Optional.of(node.getId());
  }

  private static Optional<String> text(Node node) {
    return Optional.of(((TextInputControl) node).getText()).filter(text -> !text.isEmpty());
  }

  /// Looks until there is such a node to be seen and it has an answer.
  private static String await(String selector, Function<Node, Optional<String>> look)
      throws InterruptedException, ExecutionException {
    for (int tries = 0; tries < TRIES; tries++) {
      Optional<String> answer = onScreen(selector, look);
      if (answer.isPresent()) {
        return answer.get();
      }
      Thread.sleep(MILLIS);
    }
    throw new IllegalStateException("There is no " + selector + " on the screen.");
  }

  private static Optional<String> onScreen(String selector, Function<Node, Optional<String>> look)
      throws InterruptedException, ExecutionException {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    try {
      Platform.runLater(() -> answer.complete(find(selector).flatMap(look)));
    } catch (IllegalStateException notStartedYet) {
      return Optional.empty();
    }
    return answer.get();
  }

  private static Optional<Node> find(String selector) {
    return Window.getWindows().stream()
        .map(window -> window.getScene().lookup(selector))
        .filter(node -> node != null && isSeen(node) && !node.isDisabled())
        .findFirst();
  }

  private static boolean isSeen(Node node) {
    for (Node part = node; part != null; part = part.getParent()) {
      if (!part.isVisible()) {
        return false;
      }
    }
    return true;
  }
}
