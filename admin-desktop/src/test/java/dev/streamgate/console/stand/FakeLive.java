package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.Done;
import dev.streamgate.console.api.LiveApi;
import dev.streamgate.model.insight.ConsoleMessage;
import java.util.function.Consumer;

/// A stream that says what a test wants it to say.
public final class FakeLive implements LiveApi {
  private Consumer<ConsoleMessage> listener = message -> {};

  @Override
  public Answer<Done> follow(Consumer<ConsoleMessage> each) {
    listener = each;
    // A stream that stays open would keep the test waiting: it goes on although it has "ended".
    return Answer.of(Done.DONE);
  }

  /// Tells whoever has followed last.
  public void tell(ConsoleMessage message) {
    listener.accept(message);
  }
}
