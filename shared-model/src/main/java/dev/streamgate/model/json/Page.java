package dev.streamgate.model.json;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list answer of the admin API: one page of rows, and where it lies in the whole (API §4.1).
public record Page<T>(
    List<T> data, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Pagination pagination) {
  public Page {
    data = List.copyOf(data);
  }
}
