package dev.streamgate.console.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.MemoryPreferences;
import dev.streamgate.console.stand.Operations;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoorViewModelTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");

  private final Desk desk = new Desk();
  private final MemoryPreferences preferences = new MemoryPreferences();
  private final DoorViewModel door =
      new DoorViewModel(
          desk.server.apis(),
          desk.calls,
          desk.tasks,
          desk.failures,
          new DoorWords(Desk.texts(DoorWords.class), desk.formats, () -> Samples.NOW),
          new DoorSounds(desk.desktop.desktop().sounds(), preferences));

  @BeforeEach
  void twoTickets() {
    desk.server.with(GALA).with(Samples.ticket(GALA, 1)).with(Samples.ticket(GALA, 2));
    door.begin();
  }

  private String headline() {
    return door.verdictProperty().get().headline();
  }

  private void typed(String text) {
    door.beforeKey();
    door.inputProperty().set(text);
  }

  @Test
  void twelveRightSymbolsEndTheInputByThemselves() {
    typed("7K3M-9QWX-001");
    assertThat(headline()).isEqualTo("Ready");
    typed("7K3M-9QWX-0014");
    assertThat(headline()).isEqualTo("VALID");
    assertThat(door.verdictProperty().get().details()).contains("Gala", "not used yet");
    assertThat(desk.desktop.heard()).containsExactly("good");
  }

  @Test
  void enterIsAskedForExactlyWhereItIsNeeded() {
    assertThat(hint()).doesNotContain("Enter");
    typed("7K3M-9QWX-0015");
    assertThat(hint()).isEqualTo("Press Enter to look it up.");
    door.clear();
    assertThat(hint()).doesNotContain("Enter");
    desk.server.hasImportedCodes();
    door.begin();
    assertThat(hint()).isEqualTo("Scan a ticket, or type its code and press Enter.");
    typed("SHOP0001");
    assertThat(hint()).contains("press Enter");
  }

  private String hint() {
    return door.verdictProperty().get().details();
  }

  @Test
  void aScannersEnterAfterAnAutomaticEndIsSwallowed() {
    typed("7K3M-9QWX-0014");
    door.clear();
    door.inputProperty().set("7K3M-9QWX-0022x");
    door.enter();
    assertThat(headline()).isEqualTo("Ready");
    desk.tasks.pass(Duration.ofMillis(500));
    door.enter();
    assertThat(headline()).isEqualTo("UNKNOWN CODE");
  }

  @Test
  void aFailingCheckSymbolIsToldWithoutACall() {
    desk.server.asked().clear();
    typed("7K3M-9QWX-0015");
    door.enter();
    assertThat(door.verdictProperty().get().details()).isEqualTo("Check the spelling");
    assertThat(desk.server.asked()).isEmpty();
  }

  @Test
  void whereCodesOfAnyFormExistOnlyEnterEndsTheInput() {
    desk.server.hasImportedCodes();
    door.begin();
    typed("7K3M-9QWX-0014");
    assertThat(headline()).isEqualTo("Ready");
    door.enter();
    assertThat(headline()).isEqualTo("VALID");
    typed("ABCDEF");
    door.enter();
    assertThat(headline()).isEqualTo("UNKNOWN CODE");
  }

  @Test
  void aScannedLinkIsUnderstood() {
    typed("https://gate.example.com/#code=7K3M9QWX0014");
    door.enter();
    assertThat(headline()).isEqualTo("VALID");
    typed("https://gate.example.com/?code=7K3M-9QWX-0022&x=1");
    door.enter();
    assertThat(headline()).isEqualTo("VALID");
  }

  @Test
  void aSeatInUseIsReleasedAndThenValid() {
    desk.server.with(
        Operations.session(GALA, desk.server.tickets().getFirst(), Duration.ofSeconds(7)));
    typed("7K3M-9QWX-0014");
    assertThat(headline()).isEqualTo("IN USE");
    assertThat(door.verdictProperty().get().details())
        .contains("last sign 7 s ago", "Firefox 140, Windows 11");
    door.release();
    assertThat(headline()).isEqualTo("VALID");
  }

  @Test
  void aTicketForALaterItemTellsWhenItOpens() {
    Instant opens = Samples.NOW.plus(Duration.ofDays(3));
    desk.server.events().clear();
    desk.server
        .with(
            GALA.withDetail(
                new TokenBreakdown(2, 0, 0, 0),
                0,
                List.of(
                    new EventItemResponse("day-1", null, Samples.NOW.minusSeconds(60)),
                    new EventItemResponse("day-2", null, opens))))
        .with(Samples.forItem(Samples.ticket(GALA, 5), "day-2"))
        .with(Samples.forItem(Samples.ticket(GALA, 6), "day-1"));
    typed(desk.server.tickets().get(2).displayCode());
    assertThat(headline()).isEqualTo("NOT BEFORE " + desk.formats.dateTime(opens));
    typed(desk.server.tickets().get(3).displayCode());
    assertThat(headline()).isEqualTo("VALID");
  }

  @Test
  void withoutTheServerNothingIsGuessed() {
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    typed("7K3M-9QWX-0014");
    assertThat(headline()).isEqualTo("NO CONNECTION");
    assertThat(desk.desktop.heard()).containsExactly("bad");
  }

  @Test
  void theLastTenLookUpsKeepFourSymbols() {
    for (int i = 0; i < 12; i++) {
      typed("7K3M-9QWX-0014");
    }
    assertThat(door.history()).hasSize(10).containsOnly("VALID ••••0014");
  }

  @Test
  void withoutSoundsItIsSilent() {
    preferences.rememberSounds(false);
    typed("7K3M-9QWX-0014");
    assertThat(desk.desktop.heard()).isEmpty();
  }
}
