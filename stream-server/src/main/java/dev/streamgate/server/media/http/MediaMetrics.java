package dev.streamgate.server.media.http;

import dev.streamgate.server.foundation.RequestMetrics;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Granted;
import io.helidon.http.Method;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Counts media requests and what was decided about them (API §6). Every meter is looked up once;
/// counting takes no lock.
public final class MediaMetrics {
  private static final String ROUTE = "/streams/{eventId}/*";

  private final MeterRegistry registry;
  private final Map<String, Timer> times = new ConcurrentHashMap<>();
  private final Map<Answer, Counter> answers = new ConcurrentHashMap<>();
  private final Map<Carrier, Counter> granted = new EnumMap<>(Carrier.class);
  private final Map<Carrier, Counter> refused = new EnumMap<>(Carrier.class);
  private final Counter withoutCredential;

  public MediaMetrics(MeterRegistry registry) {
    this.registry = registry;
    for (Carrier carrier : Carrier.values()) {
      String credential = carrier.name().toLowerCase(Locale.ROOT);
      granted.put(carrier, authorisations("granted", credential));
      refused.put(carrier, authorisations("refused", credential));
    }
    this.withoutCredential = authorisations("refused", "none");
  }

  private record Answer(String method, String status) {}

  Timer.Sample start() {
    return Timer.start(registry);
  }

  void countDecision(Optional<Credential> credential, MediaDecision decision) {
    Map<Carrier, Counter> counters = decision instanceof Granted ? granted : refused;
    credential.map(Credential::carrier).map(counters::get).orElse(withoutCredential).increment();
  }

  /// Ends a request and tells how long it took.
  Duration countRequest(Timer.Sample sample, Method method, int status) {
    String label = RequestMetrics.methodLabel(method);
    answers
        .computeIfAbsent(new Answer(label, RequestMetrics.statusLabel(status)), this::requests)
        .increment();
    return Duration.ofNanos(sample.stop(times.computeIfAbsent(label, this::timer)));
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

  private Counter authorisations(String result, String credential) {
    return Counter.builder("streamgate.media.authorisations")
        .tag("result", result)
        .tag("credential", credential)
        .register(registry);
  }
}
