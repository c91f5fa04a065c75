package dev.streamgate.model.operation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// A command was carried out; `stop` has begun when this arrives.
///
/// @param password the new one, if that was the command; absent otherwise
public record CommandDone(
    boolean ok, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String password) {
  public static final CommandDone DONE = new CommandDone(true, null);

  @Override
  public String toString() {
    return "CommandDone[ok=" + ok + "]";
  }
}
