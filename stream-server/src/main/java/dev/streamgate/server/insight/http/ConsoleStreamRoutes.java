package dev.streamgate.server.insight.http;

import dev.streamgate.model.insight.ConsoleMessage.ClosingReason;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.ServerSentEvents;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.foundation.StaffIdentity;
import dev.streamgate.server.insight.ConsoleStreams;
import dev.streamgate.server.insight.Mailbox;
import dev.streamgate.server.insight.Mailbox.Letter;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/// What consoles are told as it happens. Each stream stays on the thread of its connection, which
/// also looks every other second whether its sign-in still holds.
public final class ConsoleStreamRoutes {
  private static final String WHAT = "the stream for consoles";
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private final ConsoleStreams streams;
  private final StaffIdentity identity;
  private final Duration quiet;
  private final LongSupplier nanoTime;

  /// @param quiet after how long without a message a console is told that there is none
  public ConsoleStreamRoutes(
      ConsoleStreams streams, StaffIdentity identity, Duration quiet, LongSupplier nanoTime) {
    this.streams = streams;
    this.identity = identity;
    this.quiet = quiet;
    this.nanoTime = nanoTime;
  }

  public void register(RouteTable routes) {
    routes.get("/api/admin/stream", Access.ANY_STAFF, this::follow);
  }

  private void follow(ServerRequest request, ServerResponse response) {
    StaffCaller caller = request.context().get(StaffCaller.class).orElseThrow();
    Thread own = Thread.currentThread();
    Mailbox mailbox =
        streams
            .enter(caller.accountId(), caller.role(), own::interrupt)
            .orElseThrow(() -> full(response));
    try {
      ServerSentEvents.serve(
          request, response, WHAT, events -> new Console(request, caller, mailbox).tell(events));
    } finally {
      streams.leave(mailbox);
    }
  }

  private static Problem full(ServerResponse response) {
    response.header(HeaderNames.RETRY_AFTER, "30");
    return Problem.of(Status.SERVICE_UNAVAILABLE_503, "Too many consoles");
  }

  /// One console at the other end. Used by one thread only.
  private final class Console {
    private final ServerRequest request;
    private final StaffCaller caller;
    private final Mailbox mailbox;
    private long lookedAt = nanoTime.getAsLong();
    private long saidAt = nanoTime.getAsLong();
    private long sent;

    Console(ServerRequest request, StaffCaller caller, Mailbox mailbox) {
      this.request = request;
      this.caller = caller;
      this.mailbox = mailbox;
    }

    void tell(ServerSentEvents events) throws IOException, InterruptedException {
      while (!mailbox.isFinished()) {
        Optional<Letter> letter = mailbox.take(BETWEEN_LOOKS);
        long now = nanoTime.getAsLong();
        if (letter.isPresent()) {
          sent++;
          events.event(letter.get().kind().wireName(), sent, letter.get().data());
          saidAt = now;
        } else if (now - saidAt >= quiet.toNanos()) {
          events.comment("nothing new");
          saidAt = now;
        }
        look(now);
      }
    }

    /// Another role means another account's rights; the console has to come again with them.
    private void look(long now) {
      if (now - lookedAt < BETWEEN_LOOKS.toNanos()) {
        return;
      }
      lookedAt = now;
      if (identity.of(request).filter(caller::equals).isEmpty()) {
        streams.end(mailbox, ClosingReason.SIGNED_OUT);
      }
    }
  }
}
