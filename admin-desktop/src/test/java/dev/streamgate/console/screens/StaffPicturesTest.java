package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.FakeOperation;
import dev.streamgate.console.stand.FakeServer;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.tickets.TokenBreakdown;
import dev.streamgate.model.tickets.TokenResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testfx.util.WaitForAsyncUtils;

/// Walks through the screens of a show night, and writes a picture of each state for a person to
/// look at.
class StaffPicturesTest {
  private static final ApiFailure AWAY = new ApiFailure.Unreachable("Connection refused");
  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");

  private static final TokenBreakdown NONE = new TokenBreakdown(0, 0, 0, 0);

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  private void fill() {
    FakeServer server = console.server();
    server.with(GALA).with(Samples.inactiveEvent("evt-3", "Open Rehearsal"));
    for (int i = 1; i <= 12; i++) {
      server.with(Samples.ticket(GALA, i));
    }
    server.tickets().set(2, Samples.revoked(server.tickets().get(2)));
    server.tickets().set(3, Samples.expired(server.tickets().get(3)));
    server.with(Operations.session(GALA, server.tickets().get(0), Duration.ofSeconds(4)));
    server.with(Operations.session(GALA, server.tickets().get(8), Duration.ofSeconds(49)));
  }

  /// A ticket for an item that opens in three days.
  private TokenResponse laterItem() {
    FakeServer server = console.server();
    Instant opens = Samples.NOW.plus(Duration.ofDays(3));
    server.events().remove(GALA);
    server.with(GALA.withDetail(NONE, 0, List.of(new EventItemResponse("day-2", null, opens))));
    server.with(Samples.forItem(Samples.ticket(GALA, 40), "day-2"));
    return server.tickets().getLast();
  }

  @Test
  void theViewers() {
    console.signIn();
    console.click("#navViewers");
    console.picture("viewers-empty");
    fill();
    console.press(KeyCode.F5);
    console.click("7K3M-9QWX-0014");
    assertThat(console.sees("This ticket: 1 watching, 2 allowed, 1 free")).isTrue();
    console.picture("viewers-content");
    console.click("#releaseSession");
    assertThat(
            console.sees("Release the session on Firefox 140, Windows 11? Playback there stops."))
        .isTrue();
    console.picture("viewers-release-question");
    console.click("#dialogConfirm");
    assertThat(console.server().sessions()).hasSize(1);
    console.server().failsWith(AWAY);
    console.press(KeyCode.F5);
    console.picture("viewers-disconnected");
  }

  @Test
  void theDoor() {
    fill();
    console.server().staff().hasRole(StaffRole.DOOR);
    console.signIn();
    assertThat(console.sees("#navEvents")).isFalse();
    console.picture("door-ready");
    console.write("7K3M9QWX0022");
    assertThat(console.sees("VALID")).isTrue();
    console.picture("door-valid");
    console.write("7K3M-9QWX-0014");
    assertThat(console.sees("IN USE")).isTrue();
    console.picture("door-in-use");
    console.press(KeyCode.CONTROL, KeyCode.R);
    assertThat(console.sees("VALID")).isTrue();
    console.write("7K3M-9QWX-0030");
    assertThat(console.sees("REVOKED")).isTrue();
    console.picture("door-revoked");
    console.write(laterItem().displayCode());
    assertThat(console.sees("NOT BEFORE 3/13/26, 4:30\u202fPM")).isTrue();
    console.picture("door-locked");
    console.pass(Duration.ofMillis(500));
    console.write("7K3M-9QWX-0031");
    console.press(KeyCode.ENTER);
    assertThat(console.sees("Check the spelling")).isTrue();
    console.picture("door-misspelled");
    console.server().failsWith(AWAY);
    console.write("7K3M-9QWX-0022");
    assertThat(console.sees("NO CONNECTION")).isTrue();
    console.picture("door-no-connection");
  }

  @Test
  void theDiagnostics() {
    console.server().operation().locked.add(Operations.lockedAddress());
    console.signIn();
    console.click("#navDiagnostics");
    console.picture("diagnostics-empty");
    console.write("7K3M-9QWX-0022");
    console.press(KeyCode.ENTER);
    assertThat(console.sees("The token or the ticket has expired.")).isTrue();
    console.picture("diagnostics-content");
    console.click("#copyForSupport");
    assertThat(console.desktop().clipboard()).contains("Query: ••••0022").doesNotContain("9QWX");
    console.click("#unlockAddress");
    assertThat(console.server().operation().locked).isEmpty();
    console.server().failsWith(new ApiFailure.Refused(500, "Internal server error"));
    console.click("#diagnosticsRun");
    console.picture("diagnostics-failed");
  }

  @Test
  void edgesAuditAndStaff() {
    FakeOperation operation = console.server().operation();
    console.signIn();
    console.click("#navEdges");
    console.picture("edges-empty");
    operation.edges.add(Operations.edge("edge-eu", Duration.ofSeconds(3), 0));
    operation.edges.add(Operations.edge("edge-us", Duration.ofSeconds(90), 12));
    operation.edges.add(Operations.edge("edge-old", Duration.ofMinutes(11), 431));
    console.press(KeyCode.F5);
    console.picture("edges-content");
    console.click("#navAudit");
    console.picture("audit-empty");
    for (String action :
        List.of(
            "CODE_ACCEPTED", "SESSION_CREATED", "CODE_REFUSED", "TOKEN_REVOKED", "ADMIN_LOGIN")) {
      operation.audit.add(Operations.row(operation.audit.size() + 1, action, "tkt-2"));
    }
    console.press(KeyCode.F5);
    console.picture("audit-content");
    console.choose("#auditPeriod", "From … to …");
    console.type("#auditFrom .text-field", "3/10/2026\n");
    console.type("#auditTo .text-field", "3/9/2026\n");
    assertThat(console.sees("The last day comes before the first.")).isTrue();
    console.picture("audit-dates-reversed");
    console.click("#auditClear");
    assertThat(console.sees("#auditFrom")).isFalse();
    operation.accounts.add(Operations.account("admin", StaffRole.OWNER, false));
    operation.accounts.add(Operations.account("box-office", StaffRole.DOOR, false));
    operation.accounts.add(Operations.account("helper", StaffRole.MANAGER, true));
    console.click("#navStaff");
    console.picture("staff-content");
    console.click("#createAccount");
    console.type("#accountUsername", "admin");
    console.type("#accountPassword", "long enough");
    console.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(console.sees("Username already exists")).isTrue();
    console.picture("staff-form");
  }

  @Test
  void theSettings() {
    console.signIn();
    console.click("#navSettings");
    console.type("#settingAppName", " Hall");
    console.picture("settings-content");
    console.press(KeyCode.CONTROL, KeyCode.S);
    assertThat(console.server().operation().settings.appName().value()).contains("Hall");
    assertThat(console.sees("The settings are saved.")).isTrue();
    console
        .robot()
        .interact(() ->
            console
                .robot()
                .lookup("#consoleLanguage")
                .queryComboBox()
                .getSelectionModel()
                .select(1));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(console.sees("Einstellungen")).isTrue();
    assertThat(console.preferences().language()).contains("de");
    console.picture("settings-german");
  }

  @Test
  void theManagerSeesNoStaffAndNoServerSettings() {
    console.server().staff().hasRole(StaffRole.MANAGER);
    console.signIn();
    assertThat(console.sees("#navStaff")).isFalse();
    console.click("#navSettings");
    assertThat(console.sees("#saveSettings")).isFalse();
    assertThat(console.server().asked()).doesNotContain("settings");
    console.picture("settings-manager");
  }

  @Test
  void theKeys() {
    console.signIn();
    console.press(KeyCode.F1);
    console.picture("keys");
    console.press(KeyCode.ESCAPE);
    console.press(KeyCode.CONTROL, KeyCode.DIGIT7);
    assertThat(console.sees("#navEdges")).isTrue();
    assertThat(console.sees("No edge")).isTrue();
    console.press(KeyCode.CONTROL, KeyCode.D);
    assertThat(console.sees("#doorCode")).isTrue();
  }

  @Test
  @Tag(ConsoleRun.FIRST_RUN)
  void theFirstRun() {
    console.picture("welcome");
    console.click("#welcomeHost");
    console.picture("host-stopped");
    console.click("#startServer");
    assertThat(console.program().isRunning()).isTrue();
    assertThat(console.sees("#hostPassword")).isTrue();
    console.picture("host-running");
    console.click("#copyPassword");
    assertThat(console.desktop().clipboard()).isEqualTo("first-Secret-1");
    console.click("#stopServer");
    console.picture("host-stop-question");
    console.click("#dialogConfirm");
    assertThat(console.program().isRunning()).isFalse();
    console.click("#closeHost");
    console.click("#welcomeConnect");
    assertThat(console.sees("#signIn")).isTrue();
  }
}
