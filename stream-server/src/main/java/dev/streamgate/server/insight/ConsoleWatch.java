package dev.streamgate.server.insight;

import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.ConsoleMessage.ClosingReason;
import dev.streamgate.server.insight.ConsoleStreams.Newcomer;
import dev.streamgate.server.insight.Mailbox.Letter;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// Looks at what consoles are told about and tells them, all at once and once for all of them, so
/// that it matters little how many there are. While there is none it looks at nothing.
public final class ConsoleWatch {
  private final ConsoleStreams streams;
  private final List<Sight> sights;
  private final InstantSource clock;

  public ConsoleWatch(ConsoleStreams streams, List<Sight> sights, InstantSource clock) {
    this.streams = streams;
    this.sights = List.copyOf(sights);
    this.clock = clock;
  }

  /// Called several times a second, by one thread. If something cannot be read, all streams end:
  /// nobody could say what they missed.
  public void round() {
    if (streams.size() == 0) {
      return;
    }
    try {
      lookAround();
    } catch (RuntimeException e) {
      streams.endAll(ClosingReason.BREAKDOWN);
      throw e;
    }
  }

  private void lookAround() {
    if (streams.hasListeners()) {
      sights.forEach(sight -> sight.look().forEach(streams::tell));
    } else {
      sights.forEach(Sight::begin);
    }
    List<Newcomer> newcomers = streams.welcome();
    if (!newcomers.isEmpty()) {
      List<Letter> beginning =
          sights.stream().flatMap(sight -> sight.whole().stream()).map(streams::letter).toList();
      newcomers.forEach(newcomer -> begin(newcomer, beginning));
    }
  }

  private void begin(Newcomer newcomer, List<Letter> beginning) {
    ConsoleMessage opening = newcomer.opening(clock);
    Stream.concat(Stream.of(streams.letter(opening)), beginning.stream())
        .forEach(newcomer.mailbox()::put);
  }
}
