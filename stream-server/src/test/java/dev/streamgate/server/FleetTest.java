package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// One platform and two edges as processes: what staff decide on the one holds on the others, also
/// when one of them dies.
@TestInstance(Lifecycle.PER_CLASS)
@Timeout(300)
class FleetTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final int OPEN = 200;
  private static final int CLOSED = 403;

  private final HttpClient client = HttpClient.newHttpClient();
  private Fleet fleet;

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    fleet = Fleet.start(folder);
  }

  @AfterAll
  void stop() {
    fleet.close();
    client.close();
  }

  @Test
  void eachKindOfChangeTakesEffectOnBothEdges() throws IOException, InterruptedException {
    try (StaffClient staff = staff()) {
      String event = event(staff);
      Map<String, String> tickets = staff.generateTickets(event, 2);
      Iterator<String> codes = tickets.keySet().iterator();
      String code = codes.next();
      Viewer viewer = redeem(code);
      awaitOnBoth(viewer, OPEN);

      String ticket = "/api/admin/tokens/" + tickets.get(code);
      assertEffect(staff, staff.patch(ticket + "/revoke"), viewer, CLOSED);
      assertEffect(staff, staff.patch(ticket + "/unrevoke"), viewer, OPEN);
      assertEffect(
          staff, staff.patch("/api/admin/events/" + event + "/deactivate"), viewer, CLOSED);
      assertEffect(staff, staff.patch("/api/admin/events/" + event + "/reactivate"), viewer, OPEN);
      assertEffect(staff, staff.delete("/api/admin/sessions/" + viewer.session()), viewer, CLOSED);
      Viewer other = redeem(codes.next());
      awaitOnBoth(other, OPEN);
      long deleted = staff.delete("/api/admin/events/" + event, "X-Confirm-Delete", "Durable");
      assertEffect(staff, deleted, other, CLOSED);
    }
  }

  @Test
  void edgesGoOnWithoutThePlatformAndHearOfChangesWhenItIsBack()
      throws IOException, InterruptedException {
    Map<String, String> tickets;
    List<String> codes;
    Viewer refused;
    Viewer watching;
    try (StaffClient staff = staff()) {
      tickets = staff.generateTickets(event(staff), 2);
      codes = List.copyOf(tickets.keySet());
      refused = redeem(codes.getFirst());
      watching = redeem(codes.getLast());
      staff.patch("/api/admin/tokens/" + tickets.get(codes.getFirst()) + "/revoke");
      awaitOnBoth(refused, CLOSED);
      fleet.killPlatform();
    }

    awaitOnBoth(watching, OPEN);
    assertThat(statuses(refused)).containsOnly(CLOSED);

    fleet.startPlatform();
    try (StaffClient staff = staff()) {
      staff.patch("/api/admin/tokens/" + tickets.get(codes.getLast()) + "/revoke");
      awaitOnBoth(watching, CLOSED);
      assertThat(statuses(refused)).containsOnly(CLOSED);
    }
  }

  @Test
  void anEdgeKilledDuringARevokeRefusesRightAfterItsRestart() throws IOException {
    try (StaffClient staff = staff()) {
      Map<String, String> tickets = staff.generateTickets(event(staff), 1);
      String code = tickets.keySet().iterator().next();
      Viewer viewer = redeem(code);

      fleet.killEdge(0);
      staff.patch("/api/admin/tokens/" + tickets.get(code) + "/revoke");
      fleet.startEdge(0);

      assertThat(viewer.watch(fleet.edgeAddress(0))).isEqualTo(CLOSED);
    }
  }

  @Test
  void nothingIsLostWhenManyRevokeWhileAnEdgeDiesAndComesBack()
      throws IOException, InterruptedException {
    try (StaffClient staff = staff();
        ExecutorService desks = Executors.newFixedThreadPool(8)) {
      Map<String, String> tickets = staff.generateTickets(event(staff), 120);
      List<Viewer> viewers = new ArrayList<>();
      tickets.keySet().forEach(code -> viewers.add(redeem(code)));

      tickets
          .values()
          .forEach(id -> desks.execute(() -> staff.patch("/api/admin/tokens/" + id + "/revoke")));
      fleet.killEdge(1);
      fleet.startEdge(1);
      desks.shutdown();
      assertThat(desks.awaitTermination(1, TimeUnit.MINUTES)).isTrue();

      for (Viewer viewer : viewers) {
        awaitOnBoth(viewer, CLOSED);
      }
    }
  }

  @Test
  void anEdgeThatRestartsWhileThePlatformIsAwayRefusesWhatItRefusedBefore()
      throws IOException, InterruptedException {
    Viewer refused;
    Viewer watching;
    try (StaffClient staff = staff()) {
      Map<String, String> tickets = staff.generateTickets(event(staff), 2);
      List<String> codes = List.copyOf(tickets.keySet());
      refused = redeem(codes.getFirst());
      watching = redeem(codes.getLast());
      staff.patch("/api/admin/tokens/" + tickets.get(codes.getFirst()) + "/revoke");
      awaitOnBoth(refused, CLOSED);
    }
    fleet.awaitSnapshot(0, refused.code());
    fleet.killPlatform();
    fleet.killEdge(0);
    try {
      fleet.startEdge(0);

      assertThat(refused.watch(fleet.edgeAddress(0))).isEqualTo(CLOSED);
      assertThat(watching.watch(fleet.edgeAddress(0))).isEqualTo(OPEN);
    } finally {
      fleet.startPlatform();
    }
  }

  private StaffClient staff() {
    return new StaffClient(fleet.platformProcess().address(), ServerProcess.PASSWORD);
  }

  private String event(StaffClient staff) throws IOException {
    String event = staff.createEvent();
    fleet.addStream(event);
    return event;
  }

  private Viewer redeem(String code) {
    return Viewer.redeem(client, fleet.platformProcess().address(), code);
  }

  private List<Integer> statuses(Viewer viewer) {
    return fleet.edgeAddresses().stream().map(viewer::watch).toList();
  }

  private void awaitOnBoth(Viewer viewer, int status) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!statuses(viewer).stream().allMatch(it -> it == status)) {
      assertThat(System.nanoTime()).as("still not %s on both edges", status).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private void assertEffect(StaffClient staff, long change, Viewer viewer, int status)
      throws InterruptedException {
    awaitOnBoth(viewer, status);
    assertConfirmed(staff, change);
  }

  private static void assertConfirmed(StaffClient staff, long change) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!staff.get("/api/admin/changes/" + change).path("confirmed").asBoolean()) {
      assertThat(System.nanoTime()).as("change %s is not confirmed", change).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(staff.get("/api/admin/changes/" + change).path("edges")).hasSize(2);
  }
}
