package dev.streamgate.server.foundation;

import io.helidon.http.Status;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts and times the answers of every route, and those that a limit refused (API §6). Labels are
/// the route's pattern, a known method and the class of the status, so that no caller can make up
/// new ones. The media side has no line in the table and counts for itself. Thread-safe; counting
/// takes no lock.
public final class RequestMetrics implements Filter {
  /// The label values of `limit` by route; another route is its own label.
  private static final Map<String, String> LIMITS =
      Map.of(
          "/api/tokens/validate", "validate",
          "/api/playback/refresh", "refresh",
          "/api/playback/progress", "progress",
          "/api/events/{id}/status", "status",
          "/api/client-errors", "client_errors",
          "/api/admin/login", "sign_in");

  private static final List<String> STATUS_LABELS =
      List.of("0xx", "1xx", "2xx", "3xx", "4xx", "5xx");

  private static final Set<String> METHODS =
      Set.of("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE");

  private static final Duration[] BOUNDS = {
    Duration.ofMillis(5),
    Duration.ofMillis(20),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2),
    Duration.ofSeconds(10)
  };

  private static final Logger LOG = LoggerFactory.getLogger(RequestMetrics.class);

  private final MeterRegistry registry;
  private final Map<Answer, Counter> answers = new ConcurrentHashMap<>();
  private final Map<Call, Timer> times = new ConcurrentHashMap<>();
  private final Map<String, Counter> limits = new ConcurrentHashMap<>();

  public RequestMetrics(Metrics metrics) {
    this.registry = metrics.registry();
  }

  private record Call(String route, String method) {}

  private record Answer(Call call, String status) {}

  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    long start = System.nanoTime();
    try {
      chain.proceed();
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      request
          .context()
          .get(MatchedRoute.class)
          .ifPresent(route ->
              count(
                  new Call(route.path(), methodLabel(request.prologue().method().text())),
                  response.status(),
                  took));
    }
  }

  /// The method, if it is one of those that routes know.
  public static String methodLabel(String method) {
    return METHODS.contains(method) ? method : "other";
  }

  /// The class of a status, such as `2xx`.
  public static String statusLabel(int status) {
    return STATUS_LABELS.get(status / 100);
  }

  private void count(Call call, Status status, Duration took) {
    answers
        .computeIfAbsent(new Answer(call, statusLabel(status.code())), this::counter)
        .increment();
    times.computeIfAbsent(call, this::timer).record(took);
    if (status.code() == Status.TOO_MANY_REQUESTS_429.code()) {
      String limit = LIMITS.getOrDefault(call.route(), call.route());
      limits.computeIfAbsent(limit, this::limitCounter).increment();
      LOG.info("rate limit hit: {}", limit);
    }
  }

  private Counter counter(Answer answer) {
    return Counter.builder("streamgate.http.requests")
        .tag("route", answer.call().route())
        .tag("method", answer.call().method())
        .tag("status", answer.status())
        .register(registry);
  }

  private Timer timer(Call call) {
    return Timer.builder("streamgate.http.request")
        .tag("route", call.route())
        .tag("method", call.method())
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  private Counter limitCounter(String limit) {
    return Counter.builder("streamgate.rate.limited").tag("limit", limit).register(registry);
  }
}
