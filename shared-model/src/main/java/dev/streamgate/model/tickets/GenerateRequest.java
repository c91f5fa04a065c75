package dev.streamgate.model.tickets;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/// An order for a batch of tickets (API §4.4): 1–500 of them; what is absent has its default.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GenerateRequest(
    @Nullable Integer count,
    @Nullable String label,
    @Nullable CodeStyle codeStyle,
    @Nullable Integer maxSessions,
    @Nullable AccessLevel accessLevel,
    @Nullable String item,
    @Nullable Integer maxHeight) {
  public static final int MAX_COUNT = 500;
  public static final int MAX_SESSIONS = 5;
  public static final int MIN_HEIGHT = 144;
  public static final int MAX_HEIGHT = 4320;
}
