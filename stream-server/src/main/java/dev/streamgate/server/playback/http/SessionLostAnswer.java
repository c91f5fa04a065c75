package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.server.sessions.Standing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The answer to a device whose session ended; `reason` is `timed_out` or `released`.
@JsonInclude(JsonInclude.Include.NON_NULL)
record SessionLostAnswer(String error, @Nullable String code, String reason) {
  static SessionLostAnswer of(@Nullable String code, Standing.Cause cause) {
    return new SessionLostAnswer("Session not found", code, cause.name().toLowerCase(Locale.ROOT));
  }
}
