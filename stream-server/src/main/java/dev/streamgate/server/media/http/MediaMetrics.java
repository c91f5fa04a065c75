package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.RequestMetrics;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Counts media requests and what was decided about them (API §6). Every meter is looked up once;
/// counting takes no lock.
public final class MediaMetrics {
  private static final Set<Carrier> SIGNED = Set.of(Carrier.SIGNED_ADDRESS, Carrier.DIRECTORY);
  private static final String ROUTE = "/streams/{eventId}/*";

  private final MeterRegistry registry;
  private final Map<String, Timer> times = new ConcurrentHashMap<>();
  private final Map<Answer, Counter> answers = new ConcurrentHashMap<>();
  private final Map<Carrier, Counter> granted = new EnumMap<>(Carrier.class);
  private final Map<Carrier, Counter> refused = new EnumMap<>(Carrier.class);
  private final Counter withoutCredential;
  private final Counter goodSignatures;
  private final Counter badSignatures;

  public MediaMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Carrier carrier : Carrier.values()) {
      String credential = carrier.name().toLowerCase(Locale.ROOT);
      granted.put(carrier, authorisations("granted", credential));
      refused.put(carrier, authorisations("refused", credential));
    }
    this.withoutCredential = authorisations("refused", "none");
    this.goodSignatures = signatures("valid");
    this.badSignatures = signatures("invalid");
  }

  private record Answer(String method, String status) {}

  void countDecision(MediaDecision decision) {
    Map<Carrier, Counter> counters = decision instanceof Granted ? granted : refused;
    decision.carrier().map(counters::get).orElse(withoutCredential).increment();
    if (decision.carrier().filter(SIGNED::contains).isPresent()) {
      (isSignatureGood(decision) ? goodSignatures : badSignatures).increment();
    }
  }

  private static boolean isSignatureGood(MediaDecision decision) {
    return switch (decision) {
      case Granted granted -> true;
      case Refused refused ->
          switch (refused.reason()) {
            case NO_CREDENTIAL, BAD_PATH, MALFORMED_TOKEN, BAD_SIGNATURE, EXPIRED -> false;
            case OTHER_PATH,
                LOCKED_ITEM,
                TOO_HIGH,
                REVOKED,
                SESSION_ENDED,
                EVENT_INACTIVE,
                BLIND,
                PROBE_TOKEN ->
                true;
          };
    };
  }

  /// Counts a request that has ended.
  void countRequest(String method, int status, Duration took) {
    String label = RequestMetrics.methodLabel(method);
    answers
        .computeIfAbsent(new Answer(label, RequestMetrics.statusLabel(status)), this::requests)
        .increment();
    times.computeIfAbsent(label, this::timer).record(took);
  }

  private Timer timer(String method) {
    return Timer.builder("streamgate.http.request")
        .tag("route", ROUTE)
        .tag("method", method)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofSeconds(30))
        .register(registry);
  }

  private Counter requests(Answer answer) {
    return Counter.builder("streamgate.http.requests")
        .tag("route", ROUTE)
        .tag("method", answer.method())
        .tag("status", answer.status())
        .register(registry);
  }

  private Counter signatures(String result) {
    return Counter.builder("streamgate.hls.signatures").tag("result", result).register(registry);
  }

  private Counter authorisations(String result, String credential) {
    return Counter.builder("streamgate.media.authorisations")
        .tag("result", result)
        .tag("credential", credential)
        .register(registry);
  }
}
