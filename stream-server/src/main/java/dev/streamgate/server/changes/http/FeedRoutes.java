package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.AcknowledgementResponse;
import dev.streamgate.model.changes.RevocationAcknowledgement;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.changes.Feed;
import dev.streamgate.server.changes.Subscriptions;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.OptionalLong;

/// The revocation feed, for edges (API §5).
public final class FeedRoutes {
  private static final String REVOCATIONS = "/api/revocations";

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
    EventStream.announce(response, feed.logId());
    if (request.prologue().method().equals(Method.HEAD)) {
      Body.send(request, response, new byte[0]);
    } else {
      EventStream.serve(response, reader -> subscriptions.follow(cursor, reader));
    }
  }

  private void acknowledge(ServerRequest request, ServerResponse response) {
    long head =
        edges.acknowledge(
            Acknowledgements.of(
                JsonHttp.read(request, RevocationAcknowledgement.class), feed.logId()));
    JsonHttp.send(request, response, new AcknowledgementResponse(true, head));
  }
}
