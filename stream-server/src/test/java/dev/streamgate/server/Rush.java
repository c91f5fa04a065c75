package dev.streamgate.server;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.tickets.BulkRevokeRequest;
import dev.streamgate.model.tickets.GenerateRequest;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Staff who make and revoke tickets of an event and viewers who redeem them, all at once, until
/// the server is gone.
final class Rush implements AutoCloseable {
  private static final int MAKERS = 2;
  private static final int VIEWERS = 12;
  private static final int MOST_TICKETS = 30;
  private static final int LARGE_BATCH = 500;

  private final StaffClient staff;
  private final String event;
  private final Receipts receipts;
  private final BlockingQueue<Ticket> forViewers = new LinkedBlockingQueue<>(1000);
  private final BlockingQueue<Ticket> forRevocation = new LinkedBlockingQueue<>(1000);
  private final BlockingQueue<List<Ticket>> forBulks = new LinkedBlockingQueue<>(10);
  private final List<Thread> people = new ArrayList<>();
  private volatile boolean over;

  /// @param seed decides sizes
  Rush(StaffClient staff, String event, Receipts receipts, long seed) {
    this.staff = staff;
    this.event = event;
    this.receipts = receipts;
    for (int i = 0; i < MAKERS; i++) {
      String name = "m" + i;
      Random sizes = new Random(seed + i);
      people.add(Thread.ofVirtual().unstarted(() -> makeBatches(name, sizes)));
    }
    for (int i = 0; i < VIEWERS; i++) {
      people.add(Thread.ofVirtual().unstarted(() -> each(forViewers, this::redeem)));
    }
    people.add(Thread.ofVirtual().unstarted(() -> each(forRevocation, this::revoke)));
    people.add(Thread.ofVirtual().unstarted(() -> each(forBulks, this::revokeAtOnce)));
    people.forEach(Thread::start);
  }

  private record Ticket(String id, String code) {}

  @Override
  public void close() {
    over = true;
    people.forEach(Thread::interrupt);
    try {
      for (Thread one : people) {
        one.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void makeBatches(String name, Random sizes) {
    for (int batch = 0; !over; batch++) {
      String label = name + "-" + batch;
      int size = sizes.nextInt(20) == 0 ? LARGE_BATCH : 1 + sizes.nextInt(MOST_TICKETS);
      receipts.batches().put(label, size);
      GenerateRequest order = new GenerateRequest(size, label, null, null, null, null, null);
      if (!ask(
          "POST",
          "/api/admin/events/" + event + "/tokens/generate",
          order,
          data -> {
            receipts.made().add(label);
            handOut(data);
          })) {
        return;
      }
    }
  }

  /// Every third ticket is redeemed, every third revoked; of the rest some are revoked at once.
  private void handOut(JsonNode made) {
    List<Ticket> tickets =
        StreamSupport.stream(made.spliterator(), false)
            .map(it -> new Ticket(it.path("id").asText(), it.path("code").asText()))
            .toList();
    List<Ticket> rest = new ArrayList<>();
    for (int i = 0; i < tickets.size(); i++) {
      switch (i % 3) {
        case 0 -> forViewers.offer(tickets.get(i));
        case 1 -> forRevocation.offer(tickets.get(i));
        default -> rest.add(tickets.get(i));
      }
    }
    if (!rest.isEmpty()) {
      forBulks.offer(rest);
    }
  }

  private <T> void each(BlockingQueue<T> queue, Predicate<T> work) {
    try {
      while (!over) {
        T next = queue.poll(50, TimeUnit.MILLISECONDS);
        if (next != null && !work.test(next)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean redeem(Ticket ticket) {
    return ask(
        "POST",
        "/api/tokens/validate",
        Map.of("code", ticket.code()),
        data -> receipts.seats().put(data.path("sessionId").asText(), ticket.code()));
  }

  private boolean revoke(Ticket ticket) {
    return ask(
        "PATCH",
        "/api/admin/tokens/" + ticket.id() + "/revoke",
        Map.of(),
        _ -> receipts.revoked().add(ticket.code()));
  }

  private boolean revokeAtOnce(List<Ticket> tickets) {
    String label = tickets.getFirst().code();
    receipts.bulks().put(label, tickets.stream().map(Ticket::code).collect(Collectors.toSet()));
    return ask(
        "POST",
        "/api/admin/tokens/bulk-revoke",
        new BulkRevokeRequest(tickets.stream().map(Ticket::id).toList()),
        _ -> receipts.revokedAtOnce().add(label));
  }

  /// @param done is given the answer, or its `data`, if it was good
  /// @return whether the server is still there
  private boolean ask(String method, String path, Object body, Consumer<JsonNode> done) {
    try {
      receipts.asked().incrementAndGet();
      HttpResponse<byte[]> answer = staff.call(method, path, body);
      if (answer.statusCode() / 100 == 2) {
        JsonNode tree = WireJson.tree(answer.body());
        done.accept(tree.has("data") ? tree.path("data") : tree);
      }
      return true;
    } catch (UncheckedIOException | IllegalStateException e) {
      return false;
    }
  }
}
