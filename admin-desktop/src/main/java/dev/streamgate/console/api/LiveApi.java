package dev.streamgate.console.api;

import dev.streamgate.model.insight.ConsoleMessage;
import java.util.function.Consumer;

/// What the server tells consoles as it happens.
public interface LiveApi {
  /// Follows until the server ends the stream or it breaks, handing each message to `each` on the
  /// calling thread. Returns why it ended: done if the server closed it.
  Answer<Done> follow(Consumer<ConsoleMessage> each);
}
