package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.RevocationSyncResponse;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.changes.Subscriptions.Reader;
import dev.streamgate.server.foundation.ServerSentEvents;
import java.io.IOException;

/// Tells the pages of the feed as server-sent events.
record EventStream(ServerSentEvents events) implements Reader {
  static final String WHAT = "the feed of changes";

  @Override
  public void take(RevocationSyncResponse page) throws IOException {
    events.event("change", page.cursor(), WireJson.bytes(page));
  }

  @Override
  public void nothingNew() throws IOException {
    events.comment("nothing new");
  }
}
