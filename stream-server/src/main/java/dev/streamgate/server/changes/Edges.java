package dev.streamgate.server.changes;

import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.ChangeConfirmation.EdgeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.changes.Change.SessionEnded;
import dev.streamgate.server.changes.ChangeLog.Entry;
import dev.streamgate.server.changes.EdgeStore.Update;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The register of all processes that serve media, and which change each of them has confirmed
/// (Spec, rules §10). Thread-safe.
public final class Edges {
  private static final Logger LOG = LoggerFactory.getLogger(Edges.class);

  private final EdgeStore store;
  private final FeedLog log;
  private final Transactions transactions;
  private final AuditTrail audit;
  private final InstantSource clock;

  public Edges(
      EdgeStore store,
      FeedLog log,
      Transactions transactions,
      AuditTrail audit,
      InstantSource clock) {
    this.store = store;
    this.log = log;
    this.transactions = transactions;
    this.audit = audit;
    this.clock = clock;
  }

  /// Notes how far an edge has come. A cursor beyond the newest change belongs to another log and
  /// confirms nothing.
  ///
  /// @return the number of the newest change
  public long acknowledge(Acknowledgement said) {
    return acknowledge(said, clock.instant());
  }

  /// Like {@link #acknowledge(Acknowledgement)}, for what was applied at an earlier time.
  long acknowledge(Acknowledgement said, Instant at) {
    long head = log.head();
    Acknowledgement counted = said.cursor() > head ? said.at(0) : said;
    transactions.inTransaction(() -> {
      note(counted, at);
      return head;
    });
    return head;
  }

  /// All edges, by name.
  public List<EdgeResponse> list() {
    long head = log.head();
    Instant now = clock.instant();
    return store.all().stream().map(edge -> view(edge, head, now)).toList();
  }

  /// The number of the newest change there is.
  public long head() {
    return log.head();
  }

  /// How far each edge has come that changes wait for, by name.
  public Map<String, Long> reached() {
    return store.all().stream()
        .filter(Edge::expected)
        .collect(Collectors.toUnmodifiableMap(Edge::id, Edge::cursor));
  }

  /// The edges that hold changes up.
  public Stragglers stragglers() {
    Instant now = clock.instant();
    Map<Boolean, List<Edge>> byLoss =
        store.all().stream()
            .filter(Edge::expected)
            .collect(Collectors.partitioningBy(edge -> edge.isLost(now)));
    OptionalLong furthestBack =
        byLoss.getOrDefault(false, List.of()).stream().mapToLong(Edge::cursor).min();
    Duration behind =
        furthestBack.stream()
            .boxed()
            .flatMap(cursor -> log.after(cursor, 1).stream())
            .map(waiting -> Duration.between(waiting.at(), now))
            .filter(Duration::isPositive)
            .findFirst()
            .orElse(Duration.ZERO);
    return new Stragglers(byLoss.getOrDefault(true, List.of()).size(), behind);
  }

  /// Of the changes to tickets and events after a number, whom the newest ones have reached, in
  /// their order. Sessions end all the time, and nobody waits for that.
  public List<ChangeConfirmation> confirmationsAfter(long seq, int most) {
    long from = Math.max(seq, log.head() - Feed.LONGEST_PAGE);
    List<Entry> entries =
        log.after(from, Feed.LONGEST_PAGE).stream()
            .filter(entry -> !(entry.change() instanceof SessionEnded))
            .toList();
    return entries.stream()
        .skip(Math.max(0, entries.size() - most))
        .map(this::confirmation)
        .toList();
  }

  /// Whom a change has reached; nothing if it is not known or kept no longer.
  public Optional<ChangeConfirmation> confirmation(long seq) {
    return log.find(seq).map(this::confirmation);
  }

  /// Takes an edge off the register; if it is still there it will be back.
  ///
  /// @return whether there was one of this name
  public boolean remove(String edgeId, Requester by) {
    return transactions.inTransaction(() -> {
      boolean removed = store.remove(edgeId);
      if (removed) {
        audit.record(AuditEntry.of(AuditAction.EDGE_REMOVED, by).detail(edgeId));
      }
      return removed;
    });
  }

  private void note(Acknowledgement said, Instant at) {
    Optional<Update> update = update(said, at);
    if (update.isEmpty() && !store.add(Edge.first(said, at))) {
      update = update(said, at);
    }
    long before = update.map(it -> it.before().cursor()).orElse(0L);
    if (said.cursor() > before) {
      store.confirm(said.edgeId(), said.cursor(), at);
    }
    update.ifPresent(it -> warn(it, at));
  }

  private Optional<Update> update(Acknowledgement said, Instant at) {
    return store.update(said.edgeId(), edge -> edge.after(said, at));
  }

  private static void warn(Update update, Instant at) {
    if (update.after().isNameShared(at) && !update.before().isNameShared(at)) {
      LOG.warn("Two edges use the name {}; give each an EDGE_ID of its own", update.after().id());
    }
  }

  private EdgeResponse view(Edge edge, long head, Instant now) {
    return new EdgeResponse(
        edge.id(),
        edge.address(),
        edge.version(),
        edge.cursor(),
        Math.max(0, head - edge.cursor()),
        edge.lastSeenAt(),
        edge.expected(),
        edge.isNameShared(now),
        lastDelay(edge));
  }

  private @Nullable Long lastDelay(Edge edge) {
    return log.find(edge.cursor())
        .filter(change -> !edge.joinedAt().isAfter(change.at()))
        .flatMap(change -> delay(edge, change))
        .orElse(null);
  }

  private Optional<Long> delay(Edge edge, Entry change) {
    return Optional.ofNullable(store.confirmations(change.seq()).get(edge.id()))
        .map(confirmed -> millis(change, confirmed));
  }

  private ChangeConfirmation confirmation(Entry change) {
    Map<String, Instant> confirmed = store.confirmations(change.seq());
    List<EdgeConfirmation> edges =
        store.all().stream()
            .filter(edge -> edge.isConcernedBy(change.seq(), change.at()))
            .map(edge -> confirmation(change, edge, Optional.ofNullable(confirmed.get(edge.id()))))
            .toList();
    boolean byAll = edges.stream().allMatch(edge -> edge.afterMs() != null);
    return new ChangeConfirmation(
        change.seq(),
        ChangeWords.kind(change.change()),
        change.at(),
        byAll,
        byAll ? slowest(edges) : null,
        edges);
  }

  private static EdgeConfirmation confirmation(Entry change, Edge edge, Optional<Instant> at) {
    return new EdgeConfirmation(
        edge.id(),
        at.orElse(null),
        at.map(time -> millis(change, time)).orElse(null),
        edge.lastSeenAt());
  }

  private static long slowest(List<EdgeConfirmation> edges) {
    return edges.stream()
        .flatMap(edge -> Optional.ofNullable(edge.afterMs()).stream())
        .mapToLong(Long::longValue)
        .max()
        .orElse(0);
  }

  /// Clocks of several machines may disagree a little.
  private static long millis(Entry change, Instant confirmed) {
    return Math.max(0, Duration.between(change.at(), confirmed).toMillis());
  }
}
