package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.AcknowledgementResponse;
import dev.streamgate.model.changes.RevocationAcknowledgement;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.Feed;
import dev.streamgate.server.changes.Subscriptions;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.ServerSentEvents;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.OptionalLong;

/// The revocation feed, for edges (API §5).
public final class FeedRoutes {
  private static final String REVOCATIONS = "/api/revocations";

  /// The log's name is among the headers of the stream, so that a reader that knows another log
  /// need not wait for a change to learn it.
  private static final HeaderName LOG_ID = HeaderNames.create("X-Log-Id");

  private final Feed feed;
  private final Subscriptions subscriptions;
  private final Edges edges;

  public FeedRoutes(Feed feed, Subscriptions subscriptions, Edges edges) {
    this.feed = feed;
    this.subscriptions = subscriptions;
    this.edges = edges;
  }

  public void register(RouteTable routes) {
    routes
        .get(REVOCATIONS, Access.INTERNAL_KEY, this::page)
        .get(REVOCATIONS + "/stream", Access.INTERNAL_KEY, this::stream)
        .post(REVOCATIONS + "/ack", Access.INTERNAL_KEY, this::acknowledge);
  }

  private void page(ServerRequest request, ServerResponse response) {
    FeedQuery query = new FeedQuery(request);
    OptionalLong cursor = query.cursor();
    JsonHttp.send(
        request,
        response,
        cursor.isPresent()
            ? feed.after(cursor.getAsLong(), query.limit())
            : feed.since(query.since(), query.limit()));
  }

  private void stream(ServerRequest request, ServerResponse response) {
    long cursor = new FeedQuery(request).streamCursor();
    response.header(LOG_ID, feed.logId());
    ServerSentEvents.serve(
        request,
        response,
        EventStream.WHAT,
        events -> subscriptions.follow(cursor, new EventStream(events)));
  }

  private void acknowledge(ServerRequest request, ServerResponse response) {
    long head =
        edges.acknowledge(
            Acknowledgements.of(
                JsonHttp.read(request, RevocationAcknowledgement.class), feed.logId()));
    JsonHttp.send(request, response, new AcknowledgementResponse(true, head));
  }
}
