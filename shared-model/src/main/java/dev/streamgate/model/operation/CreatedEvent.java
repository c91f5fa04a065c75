package dev.streamgate.model.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An event that was ordered and made.
///
/// @param folder the absolute path of its stream folder, which need not be there yet; absent where
///   the server has no stream root
/// @param codes as they are printed on tickets
public record CreatedEvent(
    String id,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String folder,
    List<String> codes) {
  public CreatedEvent {
    codes = List.copyOf(codes);
  }
}
