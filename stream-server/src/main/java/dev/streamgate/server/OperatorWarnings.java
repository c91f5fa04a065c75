package dev.streamgate.server;

import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.insight.OperatorWarning;
import dev.streamgate.server.changes.Edges;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.RequestOrigins;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// What the operator of this process should know of at present.
record OperatorWarnings(
    RequestOrigins origins,
    Listening listening,
    Database database,
    Optional<MediaWiring> media,
    Edges edges)
    implements Supplier<List<OperatorWarning>> {

  @Override
  public List<OperatorWarning> get() {
    List<OperatorWarning> warnings = new ArrayList<>();
    origins.warnings().forEach(text -> warnings.add(new OperatorWarning("untrusted_proxy", text)));
    listening
        .certificateWarning()
        .ifPresent(text -> warnings.add(new OperatorWarning("certificate_ends", text)));
    database.ailment().ifPresent(it -> warnings.add(new OperatorWarning(it.code(), it.text())));
    if (media.filter(MediaWiring::isCacheFailing).isPresent()) {
      warnings.add(
          new OperatorWarning(
              "cache_failing", "The segment cache cannot be written; see the server's log"));
    }
    edges.list().stream()
        .filter(EdgeResponse::sharedName)
        .map(EdgeResponse::id)
        .map(id ->
            new OperatorWarning(
                "edge_name_shared",
                "Two edges use the name %s; give each an EDGE_ID of its own".formatted(id)))
        .forEach(warnings::add);
    return List.copyOf(warnings);
  }
}
