package dev.streamgate.server.media.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Refused;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes one JSON line per media request (Spec, media §9).
public final class MediaLog {
  private static final Logger LOG = LoggerFactory.getLogger("streamgate.media");

  private final CodeFingerprints fingerprints;
  private final RequestOrigins origins;
  private final InstantSource clock;

  /// @param logKey makes fingerprints of codes that cannot be guessed back
  public MediaLog(String logKey, RequestOrigins origins, InstantSource clock) {
    this.fingerprints = new CodeFingerprints(logKey);
    this.origins = origins;
    this.clock = clock;
  }

  private record Line(
      String method,
      String path,
      @Nullable String tokenCode,
      int status,
      long responseTimeMs,
      String clientIp,
      Instant timestamp,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String reason) {}

  void write(ServerRequest request, int status, Optional<MediaDecision> decision, Duration took) {
    if (!LOG.isInfoEnabled()) {
      return;
    }
    Line line =
        new Line(
            request.prologue().method().text(),
            MaskedTarget.of(
                request.prologue().uriPath().rawPath(), request.prologue().query().rawValue()),
            decision.flatMap(MediaDecision::subject).flatMap(fingerprints::of).orElse(null),
            status,
            took.toMillis(),
            origins.clientAddress(request),
            clock.instant(),
            decision.map(MediaLog::reason).orElse(null));
    LOG.info("{}", new String(WireJson.bytes(line), StandardCharsets.UTF_8));
  }

  private static @Nullable String reason(MediaDecision decision) {
    return decision instanceof Refused refused
        ? refused.reason().name().toLowerCase(Locale.ROOT)
        : null;
  }
}
