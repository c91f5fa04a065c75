package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.fixtures.ServerUnderTest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

/// A stream of server-sent events as its reader gets it, line by line.
final class FollowedFeed {
  private final HttpResponse<Stream<String>> response;
  private final Iterator<String> lines;

  private FollowedFeed(HttpResponse<Stream<String>> response) {
    this.response = response;
    this.lines = response.body().iterator();
  }

  /// One event; `id` and `name` as they were sent.
  record Event(String name, String id, String data) {
    RevocationSyncResponse page() {
      return WireJson.read(data.getBytes(StandardCharsets.UTF_8), RevocationSyncResponse.class);
    }
  }

  static FollowedFeed of(ServerUnderTest server, String query, String... headers) {
    String[] all = new String[headers.length + 2];
    all[0] = "X-Internal-Api-Key";
    all[1] = "test-internal-key";
    System.arraycopy(headers, 0, all, 2, headers.length);
    return new FollowedFeed(server.follow("/api/revocations/stream" + query, all));
  }

  String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  /// Waits for the next event, past all comments.
  Event next() {
    String line = lines.next();
    while (line.isEmpty() || line.startsWith(":")) {
      line = lines.next();
    }
    return new Event(
        field(line, "event: "), field(lines.next(), "id: "), field(lines.next(), "data: "));
  }

  /// Waits for a comment.
  void nextComment(String text) {
    String line = lines.next();
    while (!line.equals(": " + text)) {
      line = lines.next();
    }
  }

  /// Whether anything else but empty lines and comments comes; waits until that is known.
  boolean hasNext() {
    while (lines.hasNext()) {
      String line = lines.next();
      if (!line.isEmpty() && !line.startsWith(":")) {
        return true;
      }
    }
    return false;
  }

  /// Hangs up.
  void leave() {
    response.body().close();
  }

  private static String field(String line, String prefix) {
    if (!line.startsWith(prefix)) {
      throw new AssertionError("expected " + prefix + ", got " + line);
    }
    return line.substring(prefix.length());
  }
}
