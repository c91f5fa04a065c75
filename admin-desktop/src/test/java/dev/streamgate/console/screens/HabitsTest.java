package dev.streamgate.console.screens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.preferences.Preferences.ColumnPlace;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.sessions.LiveSessionView;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What people expect of a desktop program: nothing typed is lost unasked, the keys do what the
/// list of keys says, and what is selected stays so.
class HabitsTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Annual Conference");

  @RegisterExtension final ConsoleRun console = new ConsoleRun("en");

  private TableView<Object> table(String query) {
    return console.robot().lookup(query).queryTableView();
  }

  private void fill() {
    console.server().with(GALA);
    for (int i = 1; i <= 5; i++) {
      console.server().with(Samples.ticket(GALA, i));
    }
  }

  @Test
  void aFormAsksBeforeWhatWasTypedIsLost() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.click("#openEvent");
    console.click(".detail-tabs .tab", 2);
    console.click("#editItems");
    console.type("#itemFolder", "day-1");
    console.press(KeyCode.ESCAPE);
    assertThat(console.sees("Discard your changes?")).isTrue();
    console.picture("event-items-discard");
    console.press(KeyCode.ESCAPE);
    assertThat(console.sees("#itemFolder")).isTrue();
    console.press(KeyCode.ESCAPE);
    console.click("#dialogConfirm");
    assertThat(console.sees("#itemFolder")).isFalse();
  }

  @Test
  void nothingOfWhatWasSeenStaysAfterSigningOut() {
    fill();
    console.signIn();
    console.click("#navDiagnostics");
    console.write("7K3M-9QWX-0022");
    console.press(KeyCode.ENTER);
    assertThat(console.sees("#copyForSupport")).isTrue();
    console.click("#navSettings");
    console.type("#settingAppName", " Hall");
    console.click("#signOut");
    assertThat(console.sees("Discard your changes?")).isTrue();
    console.click("#dialogConfirm");
    console.signIn();
    console.click("#navDiagnostics");
    assertThat(console.sees("Why can somebody not watch?")).isTrue();
    console.click("#navSettings");
    assertThat(console.robot().lookup("#settingAppName").queryTextInputControl().getText())
        .doesNotContain("Hall");
  }

  @Test
  void escapeEndsAnAttemptToSignInAgain() {
    console.signIn();
    console.server().failsWith(new ApiFailure.SignInEnded());
    console.press(KeyCode.F5);
    console.server().recovers();
    console.tasks().hold();
    console.signIn();
    assertThat(console.isDisabled("#signIn")).isTrue();
    console.press(KeyCode.ESCAPE);
    assertThat(console.isDisabled("#signIn")).isFalse();
    assertThat(console.sees("#password")).isTrue();
  }

  @Test
  void aFormIsFilledInByTheKeyboardAlone() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.press(KeyCode.CONTROL, KeyCode.N);
    console.write("Matinee");
    assertThat(console.robot().lookup("#eventTitle").queryTextInputControl().getText())
        .isEqualTo("Matinee");
    console.press(KeyCode.TAB);
    console.write("With an interval");
    console.press(KeyCode.TAB);
    assertThat(console.robot().lookup("#eventDescription").queryTextInputControl().getText())
        .isEqualTo("With an interval");
    console.press(KeyCode.ESCAPE);
    assertThat(console.sees("#dialogConfirm")).isTrue();
  }

  @Test
  void withoutASignInNothingIsAskedOfTheServer() {
    console.signIn();
    console.server().failsWith(new ApiFailure.SignInEnded());
    console.press(KeyCode.F5);
    console.server().asked().clear();
    console.pass(Duration.ofMinutes(1));
    assertThat(console.server().asked()).isEmpty();
  }

  @Test
  void aNewPasswordIsChosenBeforeAFormGoesOn() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.click("#createEvent");
    console.type("#eventTitle", "Matinee");
    console.server().failsWith(new ApiFailure.SignInEnded());
    console.press(KeyCode.CONTROL, KeyCode.S);
    console.server().recovers();
    console.server().staff().mustChangePassword();
    console.signIn();
    console.picture("password-change-over-form");
    console.type("#newPassword", "long enough");
    console.type("#newPasswordRepeat", "long enough");
    console.click("#changePassword");
    assertThat(console.robot().lookup("#eventTitle").queryTextInputControl().getText())
        .isEqualTo("Matinee");
  }

  @Test
  void controlAndNMakesAnEventFromAnyScreen() {
    console.signIn();
    console.click("#navViewers");
    console.press(KeyCode.CONTROL, KeyCode.N);
    assertThat(console.sees("#eventTitle")).isTrue();
  }

  @Test
  void theKeyboardTicksAndRevokes() {
    fill();
    console.signIn();
    console.click("#navTickets");
    console.click("7K3M-9QWX-0022");
    console.press(KeyCode.DELETE);
    assertThat(console.sees("Revoke the ticket 7K3M-9QWX-0022? It stops working at once."))
        .isTrue();
    console.press(KeyCode.ESCAPE);
    console.press(KeyCode.SPACE);
    console.press(KeyCode.DOWN);
    console.press(KeyCode.SPACE);
    console.press(KeyCode.DELETE);
    assertThat(console.sees("Revoke 2 tickets? They stop working at once.")).isTrue();
    console.press(KeyCode.ESCAPE);
    console.press(KeyCode.CONTROL, KeyCode.E);
    assertThat(console.text("#statusNotice")).isEqualTo("Choose an event to export its tickets.");
  }

  @Test
  void theSelectedViewerStaysSelectedWhenOthersComeAndHeartbeatsGo() {
    fill();
    LiveSessionView first =
        Operations.session(GALA, console.server().tickets().get(1), Duration.ofSeconds(4));
    LiveSessionView early =
        Operations.session(GALA, console.server().tickets().get(0), Duration.ofSeconds(4));
    console.server().with(first);
    console.signIn();
    console.click("#navViewers");
    console.click("7K3M-9QWX-0022");
    console.inTheConsole(() ->
        console
            .server()
            .live()
            .tell(
                new ConsoleMessage.Viewers(
                    false,
                    2,
                    List.of(),
                    List.of(early),
                    List.of(new ConsoleMessage.Heard(first.sessionId(), Samples.NOW)),
                    List.of())));
    assertThat(table("#viewersTable").getItems()).hasSize(2);
    assertThat(table("#viewersTable").getSelectionModel().getSelectedItem())
        .isInstanceOfSatisfying(
            LiveSessionView.class, row -> assertThat(row.sessionId()).isEqualTo(first.sessionId()));
    assertThat(console.text("#viewersSeats")).startsWith("This ticket:");
  }

  @Test
  void theSelectedTicketStaysSelectedWhenTheListIsRenewed() {
    fill();
    console.signIn();
    console.click("#navTickets");
    console.click("7K3M-9QWX-0022");
    console.server().tickets().addFirst(Samples.ticket(GALA, 9));
    console.server().tickets().set(2, Samples.redeemed(console.server().tickets().get(2)));
    console.press(KeyCode.F5);
    console.press(KeyCode.CONTROL, KeyCode.C);
    assertThat(console.desktop().clipboard()).isEqualTo("7K3M-9QWX-0022");
  }

  @Test
  void aCopiedRowSaysAllThatIsSeen() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.inTheConsole(() -> table("#eventsTable").getSelectionModel().select(0));
    console.inTheConsole(table("#eventsTable")::requestFocus);
    console.press(KeyCode.CONTROL, KeyCode.C);
    assertThat(console.desktop().clipboard())
        .startsWith("Annual Conference\tLocal\t")
        .contains("Active");
  }

  @Test
  void movedColumnsComeBackWithTheirWidths() {
    fill();
    console.signIn();
    console.click("#navEvents");
    console.inTheConsole(() -> {
      var columns = table("#eventsTable").getColumns();
      columns.getFirst().setPrefWidth(301);
      columns.addLast(columns.removeFirst());
    });
    console.pass(Duration.ofSeconds(1));
    ColumnPlace last = console.preferences().columns("eventsTable").getLast();
    assertThat(last.id()).isEqualTo("title");
    console.click("#signOut");
    console.signIn();
    console.click("#navEvents");
    assertThat(table("#eventsTable").getColumns().getLast().getId()).isEqualTo("title");
    assertThat(table("#eventsTable").getColumns().getLast().getPrefWidth())
        .isEqualTo((double) last.width());
  }
}
