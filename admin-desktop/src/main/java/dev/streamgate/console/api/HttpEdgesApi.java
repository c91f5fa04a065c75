package dev.streamgate.console.api;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import java.util.List;

/// Edges and confirmations over HTTP (API §4.5, §4.6).
public final class HttpEdgesApi implements EdgesApi {
  private static final String EDGES = "/api/admin/edges";

  private final HttpServerCalls calls;

  public HttpEdgesApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<List<EdgeResponse>> list() {
    return calls.get(EDGES, HttpServerCalls.Reader.list(EdgeResponse.class));
  }

  @Override
  public Answer<Done> remove(String edgeId) {
    return calls.delete(EDGES + "/" + Query.encoded(edgeId));
  }

  @Override
  public Answer<ChangeConfirmation> confirmation(long seq) {
    return calls.get(
        "/api/admin/changes/" + seq, HttpServerCalls.Reader.data(ChangeConfirmation.class));
  }
}
