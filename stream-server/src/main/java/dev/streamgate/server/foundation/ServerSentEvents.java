package dev.streamgate.server.foundation;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One answer of server-sent events (WHATWG HTML §9.2), on the thread of its connection. Each event
/// is on its way when {@link #event} returns.
public final class ServerSentEvents {
  private static final Logger LOG = LoggerFactory.getLogger(ServerSentEvents.class);
  private static final Header CONTENT_TYPE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  /// Tells nginx to pass each event on at once.
  private static final Header NO_PROXY_BUFFER =
      HeaderValues.createCached("X-Accel-Buffering", "no");

  private final OutputStream out;

  private ServerSentEvents(OutputStream out) {
    this.out = out;
  }

  /// What is told on a stream.
  public interface Telling {
    void on(ServerSentEvents stream) throws IOException, InterruptedException;
  }

  /// Answers with headers and then events, until there is nothing more to tell. HEAD gets the
  /// headers only.
  ///
  /// @param what is told, for the log and for the comment that opens the stream
  /// @throws CloseConnectionException if the reader is gone, what is told cannot be read, or this
  ///   thread is told to end
  public static void serve(
      ServerRequest request, ServerResponse response, String what, Telling telling) {
    response.header(CONTENT_TYPE).header(NO_STORE).header(NO_PROXY_BUFFER);
    if (request.prologue().method().equals(Method.HEAD)) {
      Body.send(request, response, new byte[0]);
      return;
    }
    try (OutputStream out = response.outputStream()) {
      ServerSentEvents stream = new ServerSentEvents(out);
      stream.comment(what);
      telling.on(stream);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("a reader of " + what + " is gone", e);
    } catch (StorageException e) {
      LOG.error("telling a reader of {} failed", what, e);
      throw new CloseConnectionException(what + " cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("a reader of " + what + " was sent home", e);
    }
  }

  /// Sends one event.
  ///
  /// @param data JSON, which has no line breaks
  /// @throws IOException if the reader is gone
  public void event(String name, long id, byte[] data) throws IOException {
    String head = "event: " + name + "\nid: " + id + "\ndata: ";
    out.write(head.getBytes(StandardCharsets.UTF_8));
    out.write(data);
    out.write("\n\n".getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /// Sends a line that readers pass over; it shows that the stream lives.
  ///
  /// @throws IOException if the reader is gone
  public void comment(String text) throws IOException {
    out.write((": " + text + "\n\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
