package dev.streamgate.server;

import dev.streamgate.model.insight.ConsoleMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Follows the stream for consoles, as a console does.
final class TestConsole implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client;
  private final HttpResponse<Stream<String>> response;
  private final BlockingQueue<Told> told = new LinkedBlockingQueue<>();
  private final List<Told> all = new ArrayList<>();

  /// A message as it came, or the end of the stream.
  record Told(String event, String id, String data) {
    static final String END = "(end)";

    ConsoleMessage message() {
      return ConsoleMessage.read(event, data.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }
  }

  TestConsole(RunningServer server, String token, String... headers) {
    this(HttpClient.newHttpClient(), server.url(""), token, headers);
  }

  /// @param client is closed with this
  /// @param origin of the server, or of a proxy before it
  TestConsole(HttpClient client, String origin, String token, String... headers) {
    this.client = client;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(origin + "/api/admin/stream"))
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      response = client.send(request.build(), BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new UncheckedIOException("following the stream for consoles", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("following the stream for consoles", e);
    }
    Thread.ofVirtual().start(this::read);
  }

  HttpResponse<Stream<String>> response() {
    return response;
  }

  /// Waits for a message of this type that is as described; those before it are passed over.
  <M extends ConsoleMessage> M next(Class<M> type, Predicate<M> which) {
    while (true) {
      Told one = next();
      if (one.event().equals(Told.END)) {
        throw new AssertionError("the stream ended; it told " + names());
      }
      ConsoleMessage message = one.message();
      if (type.isInstance(message) && which.test(type.cast(message))) {
        return type.cast(message);
      }
    }
  }

  <M extends ConsoleMessage> M next(Class<M> type) {
    return next(type, _ -> true);
  }

  /// Waits for whatever comes next.
  Told next() {
    try {
      Told one = told.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      if (one == null) {
        throw new AssertionError("nothing more came; it told " + names());
      }
      all.add(one);
      return one;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// Whatever comes within a time.
  List<Told> within(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    List<Told> came = new ArrayList<>();
    told.drainTo(came);
    return came;
  }

  private List<String> names() {
    return all.stream().map(Told::event).toList();
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private void read() {
    List<String> block = new ArrayList<>();
    try {
      response
          .body()
          .forEach(line -> {
            if (!line.isEmpty()) {
              block.add(line);
            } else if (!block.isEmpty()) {
              take(List.copyOf(block));
              block.clear();
            }
          });
    } catch (UncheckedIOException e) {
      // cut off; that is the end, too
    }
    told.add(new Told(Told.END, "", ""));
  }

  private void take(List<String> lines) {
    if (lines.size() == 3) {
      told.add(
          new Told(
              lines.get(0).substring("event: ".length()),
              lines.get(1).substring("id: ".length()),
              lines.get(2).substring("data: ".length())));
    }
  }
}
