package dev.streamgate.model.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.model.insight.OperatorWarning;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a look at a server's data shows to whoever checks it.
///
/// @param database where it is, without anything secret
/// @param schema the number of its newest migration
/// @param streamRoot the absolute path of the folder with the stream folders; absent where there is
///   none
/// @param cacheRoot the absolute path of the segment cache; absent where there is none
/// @param ailment what is wrong with the database, which answers all the same; absent if nothing is
/// @param open the active events that somebody may still watch
public record Inspection(
    String database,
    int schema,
    long events,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String streamRoot,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String cacheRoot,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable OperatorWarning ailment,
    List<OpenEvent> open) {
  public Inspection {
    open = List.copyOf(open);
  }

  /// An active event whose access window has not ended.
  ///
  /// @param folder the name of its stream folder; absent if its video comes from another server
  public record OpenEvent(
      String id,
      String title,
      Instant startsAt,
      Instant endsAt,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String folder) {}
}
