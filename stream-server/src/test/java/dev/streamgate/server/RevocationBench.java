package dev.streamgate.server;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/// Measures how long after staff got their answer each of two edges does what they said: one
/// platform and two edges on this machine, every kind of change in turn.
final class RevocationBench {
  private static final int ROUNDS = 50;
  private static final int WARM_UP = 5;
  private static final double NANOS_PER_MILLI = 1e6;

  private final Fleet fleet;
  private final StaffClient staff;
  private final HttpClient client;
  private final PrintStream out;

  private RevocationBench(Fleet fleet, StaffClient staff, HttpClient client, PrintStream out) {
    this.fleet = fleet;
    this.staff = staff;
    this.client = client;
    this.out = out;
  }

  /// What staff do, and what each edge must answer then.
  private record Step(String name, Action action, int status) {}

  private interface Action {
    void on(String event, String ticket, Viewer viewer);
  }

  public static void main(String[] arguments) throws IOException {
    int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : ROUNDS;
    Path folder = Files.createTempDirectory("streamgate-bench");
    try (Fleet fleet = Fleet.start(folder);
        HttpClient client = HttpClient.newHttpClient();
        StaffClient staff =
            new StaffClient(fleet.platformProcess().address(), ServerProcess.PASSWORD)) {
      new RevocationBench(fleet, staff, client, System.out).run(rounds);
    }
  }

  private void run(int rounds) throws IOException {
    for (Step step : steps()) {
      delays(step, WARM_UP);
    }
    out.println("change        median ms   worst ms   (" + rounds + " rounds, two edges)");
    for (Step step : steps()) {
      step(step, rounds);
    }
  }

  private List<Step> steps() {
    return List.of(
        new Step("revoke", (event, ticket, viewer) -> token(ticket, "revoke"), 403),
        new Step("un-revoke", (event, ticket, viewer) -> token(ticket, "unrevoke"), 200),
        new Step("deactivate", (event, ticket, viewer) -> event(event, "deactivate"), 403),
        new Step("reactivate", (event, ticket, viewer) -> event(event, "reactivate"), 200),
        new Step(
            "release",
            (event, ticket, viewer) -> staff.delete("/api/admin/sessions/" + viewer.session()),
            403),
        new Step(
            "delete",
            (event, ticket, viewer) ->
                staff.delete("/api/admin/events/" + event, "X-Confirm-Delete", "Durable"),
            403));
  }

  private void step(Step step, int rounds) throws IOException {
    List<Double> delays = delays(step, rounds);
    Collections.sort(delays);
    out.printf(
        "%-12s %10.1f %10.1f%n", step.name(), delays.get(delays.size() / 2), delays.getLast());
  }

  private List<Double> delays(Step step, int rounds) throws IOException {
    List<Double> delays = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      String event = staff.createEvent();
      fleet.addStream(event);
      Map.Entry<String, String> ticket =
          staff.generateTickets(event, 1).entrySet().iterator().next();
      Viewer viewer = Viewer.redeem(client, fleet.platformProcess().address(), ticket.getKey());
      prepare(step, event, ticket.getValue(), viewer);
      step.action().on(event, ticket.getValue(), viewer);
      delays.addAll(delays(viewer, step.status()));
    }
    return delays;
  }

  /// What is to be undone must have been done.
  private void prepare(Step step, String event, String ticket, Viewer viewer) {
    switch (step.name()) {
      case "un-revoke" -> token(ticket, "revoke");
      case "reactivate" -> event(event, "deactivate");
      default -> {
        return;
      }
    }
    delays(viewer, 403);
  }

  private void token(String ticket, String verb) {
    staff.patch("/api/admin/tokens/" + ticket + "/" + verb);
  }

  private void event(String event, String verb) {
    staff.patch("/api/admin/events/" + event + "/" + verb);
  }

  /// Asks both edges in turn until each answers so; one delay for each, in milliseconds.
  private List<Double> delays(Viewer viewer, int status) {
    long begin = System.nanoTime();
    List<String> waiting = new ArrayList<>(fleet.edgeAddresses());
    List<Double> delays = new ArrayList<>();
    while (!waiting.isEmpty()) {
      waiting.removeIf(edge -> {
        boolean done = viewer.watch(edge) == status;
        if (done) {
          delays.add((System.nanoTime() - begin) / NANOS_PER_MILLI);
        }
        return done;
      });
    }
    return delays;
  }
}
