package dev.streamgate.show;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The system's Firefox with one page, driven over its own socket (W3C WebDriver BiDi).
final class Firefox implements AutoCloseable {
  private static final String TOLD = System.getenv("FIREFOX");
  private static final Path PROGRAM = Path.of(TOLD == null ? "/usr/bin/firefox-esr" : TOLD);

  private static final Pattern LISTENING =
      Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
  private static final int SECONDS = 40;
  private static final String PREFERENCES =
      """
      user_pref("media.autoplay.default", 0);
      user_pref("datareporting.policy.dataSubmissionEnabled", false);
      user_pref("browser.shell.checkDefaultBrowser", false);
      user_pref("intl.accept_languages", "en-GB");
      """;

  private final Process process;
  private final WebSocket socket;
  private final Inbox answers = new Inbox();
  private final AtomicInteger calls = new AtomicInteger();
  private final String page;

  /// @param folder for its profile
  Firefox(Path folder) throws IOException, InterruptedException, TimeoutException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("user.js"), PREFERENCES);
    process =
        new ProcessBuilder(
                PROGRAM.toString(),
                "--headless",
                "--no-remote",
                "--remote-debugging-port",
                "0",
                "--profile",
                folder.toString())
            .redirectErrorStream(true)
            .start();
    socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(URI.create(address(process) + "/session"), answers)
            .join();
    call("session.new", Map.of("capabilities", Map.of()));
    page =
        call("browsingContext.getTree", Map.of()).path("contexts").path(0).path("context").asText();
  }

  /// Whoever was told where Firefox is must find it there; elsewhere its tests are left out, which
  /// is said loudly.
  static void requireOrLeaveOut() {
    if (Files.isExecutable(PROGRAM)) {
      return;
    }
    String lack = "There is no Firefox at " + PROGRAM + " (FIREFOX names another place)";
    if (TOLD != null) {
      throw new AssertionError(lack);
    }
    System.err.printf(
        "%n*** %s.%n*** NOT TESTED: a second browser engine; a tab hidden for three minutes.%n%n",
        lack);
    Assumptions.abort(lack);
  }

  void open(String address) throws InterruptedException, TimeoutException {
    call("browsingContext.navigate", Map.of("context", page, "url", address, "wait", "complete"));
  }

  /// Opens another tab before the page, so that nobody sees the page any more.
  void hide() throws InterruptedException, TimeoutException {
    call("browsingContext.create", Map.of("type", "tab", "background", false));
  }

  /// Presses the keys of a text, one after the other.
  void type(String text) throws InterruptedException, TimeoutException {
    List<Map<String, String>> strokes =
        text.chars()
            .mapToObj(Character::toString)
            .flatMap(key ->
                Stream.of(
                    Map.of("type", "keyDown", "value", key), Map.of("type", "keyUp", "value", key)))
            .toList();
    call(
        "input.performActions",
        Map.of(
            "context",
            page,
            "actions",
            List.of(Map.of("type", "key", "id", "keyboard", "actions", strokes))));
  }

  /// Waits until an expression is true on the page.
  void await(String expression) throws InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    while (!evaluate("Boolean(" + expression + ")").equals("true")) {
      if (System.nanoTime() > end) {
        throw new TimeoutException(expression + " does not become true");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /// The value of an expression as text.
  String evaluate(String expression) throws InterruptedException, TimeoutException {
    return call(
            "script.evaluate",
            Map.of(
                "expression", expression, "target", Map.of("context", page), "awaitPromise", true))
        .path("result")
        .path("value")
        .asText();
  }

  @Override
  public void close() {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private JsonNode call(String method, Map<String, ?> parameters)
      throws InterruptedException, TimeoutException {
    int id = calls.incrementAndGet();
    byte[] message = WireJson.bytes(Map.of("id", id, "method", method, "params", parameters));
    socket.sendText(new String(message, StandardCharsets.UTF_8), true).join();
    return answers.to(id);
  }

  private static String address(Process process) throws IOException {
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher matcher = LISTENING.matcher(line);
      if (matcher.find()) {
        return matcher.group(1);
      }
    }
    throw new IOException("Firefox ended before it could be driven");
  }

  /// Collects what the browser says; events nobody asked for are passed over.
  private static final class Inbox implements WebSocket.Listener {
    private final StringBuilder part = new StringBuilder();
    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      part.append(data);
      if (last) {
        messages.add(WireJson.tree(part.toString().getBytes(StandardCharsets.UTF_8)));
        part.setLength(0);
      }
      return WebSocket.Listener.super.onText(socket, data, last);
    }

    JsonNode to(int id) throws InterruptedException, TimeoutException {
      for (JsonNode message = next(); ; message = next()) {
        if (message.path("id").asInt() == id) {
          if (message.path("type").asText().equals("error")) {
            throw new IllegalStateException(message.toString());
          }
          return message.path("result");
        }
      }
    }

    private JsonNode next() throws InterruptedException, TimeoutException {
      JsonNode message = messages.poll(SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new TimeoutException("Firefox does not answer");
      }
      return message;
    }
  }
}
