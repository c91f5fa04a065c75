package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.changes.Subscriptions.Reader;
import dev.streamgate.server.foundation.StorageException;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One answer of server-sent events (WHATWG HTML §9.2), on the thread of its connection. Each event
/// is on its way when {@link #take} returns.
final class EventStream implements Reader {
  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final Header CONTENT_TYPE =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "text/event-stream; charset=utf-8");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");

  /// Tells nginx to pass each event on at once.
  private static final Header NO_PROXY_BUFFER =
      HeaderValues.createCached("X-Accel-Buffering", "no");

  private static final HeaderName LOG_ID = HeaderNames.create("X-Log-Id");

  private final OutputStream out;

  private EventStream(OutputStream out) {
    this.out = out;
  }

  /// What is told on the stream.
  interface Telling {
    void to(Reader reader) throws IOException, InterruptedException;
  }

  /// Sets the headers. The log's name is among them, so that a reader that knows another log need
  /// not wait for a change to learn it.
  static void announce(ServerResponse response, String logId) {
    response.header(CONTENT_TYPE).header(NO_STORE).header(NO_PROXY_BUFFER).header(LOG_ID, logId);
  }

  /// Sends events until there is nothing more to tell.
  ///
  /// @throws CloseConnectionException if the reader is gone, the log cannot be read, or this thread
  ///   is told to end
  static void serve(ServerResponse response, Telling telling) {
    try (OutputStream out = response.outputStream()) {
      EventStream stream = new EventStream(out);
      stream.comment("the feed of changes");
      telling.to(stream);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("a reader of the feed is gone", e);
    } catch (StorageException e) {
      LOG.error("telling a reader of the feed what changed failed", e);
      throw new CloseConnectionException("the feed cannot be read", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CloseConnectionException("a reader of the feed was sent home", e);
    }
  }

  @Override
  public void take(RevocationSyncResponse page) throws IOException {
    send("event: change\nid: " + page.cursor() + "\ndata: " + json(page) + "\n\n");
  }

  @Override
  public void nothingNew() throws IOException {
    comment("nothing new");
  }

  private void comment(String text) throws IOException {
    send(": " + text + "\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String json(RevocationSyncResponse page) {
    return new String(WireJson.bytes(page), StandardCharsets.UTF_8);
  }
}
