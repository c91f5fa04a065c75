package dev.streamgate.console.api;

import dev.streamgate.model.insight.ConsoleMessage;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// The stream of server-sent events for consoles (API §4.5; WHATWG HTML §9.2).
public final class HttpLiveApi implements LiveApi {
  private static final String EVENT = "event:";
  private static final String DATA = "data:";

  private final HttpServerCalls calls;

  public HttpLiveApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<Done> follow(Consumer<ConsoleMessage> each) {
    Reading reading = new Reading(each);
    return calls.lines("/api/admin/stream", reading::line);
  }

  /// One message after the other; a blank line ends each.
  private static final class Reading {
    private final Consumer<ConsoleMessage> each;
    private final StringBuilder data = new StringBuilder();
    private String event = "";

    Reading(Consumer<ConsoleMessage> each) {
      this.each = each;
    }

    void line(String line) {
      if (line.isEmpty()) {
        message();
      } else if (line.startsWith(EVENT)) {
        event = line.substring(EVENT.length()).strip();
      } else if (line.startsWith(DATA)) {
        data.append(line.substring(DATA.length()).strip());
      }
    }

    private void message() {
      if (!data.isEmpty()) {
        ConsoleMessage.read(event, data.toString().getBytes(StandardCharsets.UTF_8))
            .ifPresent(each);
      }
      data.setLength(0);
      event = "";
    }
  }
}
