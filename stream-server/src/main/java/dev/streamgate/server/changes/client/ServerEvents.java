package dev.streamgate.server.changes.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/// Takes a stream of server-sent events apart (WHATWG HTML §9.2.6). Of an event it keeps the data;
/// what names it or numbers it is in the data as well. Used by one thread.
final class ServerEvents {
  private static final int LONGEST_LINE = 64 * 1024 * 1024;
  private static final String DATA = "data:";

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final StringBuilder data = new StringBuilder();
  private final Queue<Optional<String>> found = new ArrayDeque<>();
  private boolean afterReturn;

  /// Takes the next bytes.
  ///
  /// @throws IOException if this is no stream of events
  void add(byte[] bytes) throws IOException {
    for (byte next : bytes) {
      boolean secondHalf = afterReturn && next == '\n';
      afterReturn = next == '\r';
      if (next == '\r' || (next == '\n' && !secondHalf)) {
        end(line.toString(StandardCharsets.UTF_8));
        line.reset();
      } else if (!secondHalf) {
        keep(next);
      }
    }
  }

  /// The next sign of life: the data of an event, or nothing for a comment. Null if there is none
  /// yet.
  Queue<Optional<String>> found() {
    return found;
  }

  private void keep(byte next) throws IOException {
    if (line.size() == LONGEST_LINE) {
      throw new IOException("a line of the stream has no end");
    }
    line.write(next);
  }

  private void end(String text) {
    if (text.startsWith(":")) {
      found.add(Optional.empty());
    } else if (text.startsWith(DATA)) {
      data.append(data.isEmpty() ? "" : "\n").append(text.substring(DATA.length()).strip());
    } else if (text.isEmpty() && !data.isEmpty()) {
      found.add(Optional.of(data.toString()));
      data.setLength(0);
    }
  }
}
