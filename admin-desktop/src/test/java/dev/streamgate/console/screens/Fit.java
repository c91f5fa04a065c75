package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.stand.FakeServer;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.staff.StaffRole;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/// In the smallest window and in a common one nothing is cut, in either language.
abstract class Fit {
  /// A window of 960 by 640 with the frame that computers put around it.
  private static final double SMALLEST_HEIGHT = 600;

  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");
  private static final EventResponse PAST =
      Samples.pastEvent("evt-2", "Spring Gala with the Chamber Orchestra of the Northern Counties");

  @RegisterExtension final ConsoleRun console;
  private final String language;
  private final Map<String, List<String>> cut = new TreeMap<>();
  private String size = "";

  Fit(String language) {
    this.language = language;
    this.console = new ConsoleRun(language);
  }

  @Test
  void nothingIsCutInTheSmallestWindow() {
    size(960, SMALLEST_HEIGHT);
    walk();
  }

  @Test
  void nothingIsCutInACommonWindow() {
    size(1280, 800);
    walk();
  }

  private void walk() {
    fill();
    look("signin");
    set("#password", "right");
    fire("#signIn");
    for (Destination place : Destination.values()) {
      fire("#" + place.nodeId());
      look("screen-" + place.name().toLowerCase(Locale.ROOT));
    }
    windowPanels();
    eventPanels();
    ticketPanels();
    door();
    assertThat(cut).isEmpty();
  }

  private void windowPanels() {
    fire("#help");
    look("keys");
    fire("#helpClose");
    fire("#hostServer");
    look("host");
    fire("#closeHost");
    fire("#navStaff");
    fire("#createAccount");
    look("account-form");
    fire("#cancelAccount");
    fire("#navDiagnostics");
    set("#diagnosticsQuery", "7K3M-9QWX-0022");
    fire("#diagnosticsRun");
    look("diagnostics-answer");
  }

  private void eventPanels() {
    fire("#navEvents");
    fire("#createEvent");
    look("event-form-new");
    set("#eventStartTime", "99");
    set("#eventStream", "no such thing");
    set("#eventWindow", "0");
    set("#eventTitle", " ");
    look("event-form-wrong");
    fire("#cancelEvent");
    look("discard");
    fire("#dialogConfirm");
    fire("#openEvent");
    look("event-page");
    fire("#deleteEvent");
    look("event-delete");
    fire("#dialogCancel");
    tab(1);
    look("event-page-viewers");
    tab(2);
    look("event-page-items");
    fire("#editItems");
    look("items");
    fire("#cancelItems");
  }

  private void ticketPanels() {
    fire("#navTickets");
    fire("#generateTickets");
    look("generate");
    fire("#generateCancel");
    fire("#importTickets");
    look("import");
    set("#importText", "Code;Label\nAB12-CD34;Row 4\nAB;Row 5\nEF56-GH78;\n");
    console.pass(Duration.ofMillis(400));
    look("import-bad");
    fire("#importCancel");
    fire("#dialogConfirm");
    fire("#ticketLink");
    look("ticket-link");
    fire("#closeLink");
    fire("#ticketSessions");
    look("ticket-sessions");
    fire("#closeTicket");
    fire("#revokeTicket");
    look("revoke");
    fire("#dialogCancel");
  }

  private void door() {
    fire("#navDoor");
    for (int ticket : List.of(0, 1, 2, 3, 8)) {
      set("#doorCode", "");
      set("#doorCode", console.server().tickets().get(ticket).code());
      look("door-" + ticket);
      fire("#navDashboard");
      fire("#navDoor");
    }
  }

  private void fill() {
    FakeServer server = console.server();
    server.with(GALA).with(PAST).with(Samples.inactiveEvent("evt-3", "Open Rehearsal"));
    for (int i = 1; i <= 60; i++) {
      server.with(Samples.ticket(i % 2 == 0 ? PAST : GALA, i));
    }
    server.tickets().set(1, Samples.redeemed(server.tickets().get(1)));
    server.tickets().set(2, Samples.revoked(server.tickets().get(2)));
    server.tickets().set(3, Samples.expired(server.tickets().get(3)));
    server.with(Operations.session(GALA, server.tickets().get(0), Duration.ofSeconds(4)));
    server.with(Operations.session(PAST, server.tickets().get(8), Duration.ofSeconds(49)));
    server.operation().edges.add(Operations.edge("edge-eu", Duration.ofSeconds(3), 0));
    server.operation().edges.add(Operations.edge("edge-us", Duration.ofSeconds(90), 12));
    for (String action : List.of("CODE_ACCEPTED", "SESSION_CREATED", "CODE_REFUSED")) {
      server
          .operation()
          .audit
          .add(Operations.row(server.operation().audit.size() + 1, action, "tkt-2"));
    }
    server.operation().accounts.add(Operations.account("admin", StaffRole.OWNER, false));
    server.operation().accounts.add(Operations.account("box-office", StaffRole.DOOR, false));
    server.operation().accounts.add(Operations.account("helper", StaffRole.MANAGER, true));
    server.operation().locked.add(Operations.lockedAddress());
  }

  private void size(double width, double height) {
    size = "%s-%.0f".formatted(language, width);
    now(() -> {
      Stage stage = (Stage) console.robot().window(0);
      stage.setMinHeight(height);
      stage.setWidth(width);
      stage.setHeight(height);
    });
  }

  private void fire(String query) {
    now(() -> ((ButtonBase) shown(query)).fire());
  }

  private void set(String query, String text) {
    now(() -> ((TextInputControl) shown(query)).setText(text));
  }

  private void tab(int place) {
    now(() -> ((TabPane) shown(".detail-tabs")).getSelectionModel().select(place));
  }

  private Node shown(String query) {
    return console.robot().lookup(query).queryAll().stream()
        .filter(ConsoleRun::isTreeVisible)
        .findFirst()
        .orElseThrow(() -> new AssertionError("not in view: " + query));
  }

  private void look(String name) {
    WaitForAsyncUtils.waitForFxEvents();
    if (System.getenv("FIT_PICTURES") != null) {
      console.picture("fit/" + name + "-" + size);
    }
    now(() -> {
      List<String> found = Cuts.in(scene());
      if (!found.isEmpty()) {
        cut.put(name + " " + size, found);
      }
    });
  }

  /// Does it, and lays out the window; waiting for the next picture of the screen takes far longer.
  private void now(Runnable action) {
    console
        .robot()
        .interact(() -> {
          action.run();
          scene().getRoot().applyCss();
          scene().getRoot().layout();
        });
  }

  private Scene scene() {
    return console.robot().window(0).getScene();
  }
}
