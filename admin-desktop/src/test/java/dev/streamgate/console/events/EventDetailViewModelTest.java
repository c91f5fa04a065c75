package dev.streamgate.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.screen.ScreenState;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventDetailViewModelTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");
  private static final ConsoleMessage TICKETS =
      new ConsoleMessage.Tickets(true, List.of(), List.of());

  private final Desk desk = new Desk();
  private final AtomicInteger gone = new AtomicInteger();
  private final EventDetailViewModel detail =
      new EventDetailViewModel(
          desk.server.apis(),
          desk.loading(),
          desk.writing,
          new EventDetailViewModel.Outside(
              desk.desktop.desktop().clipboard(),
              desk.desktop.desktop().browser(),
              desk.tasks,
              desk.pictures(),
              () -> Samples.NOW),
          Desk.texts(EventDetailViewModel.class));

  @BeforeEach
  void anEventWithTwoTickets() {
    desk.server.with(GALA).with(Samples.ticket(GALA, 1)).with(Samples.ticket(GALA, 2));
    detail.onGone(gone::incrementAndGet);
  }

  private EventResponse shown() {
    return Objects.requireNonNull(detail.eventProperty().get());
  }

  @Test
  void whatTheListKnewIsShownUntilTheServerTellsMore() {
    desk.tasks.hold();
    detail.open(GALA);
    assertThat(shown().tokenBreakdown()).isNull();
    desk.tasks.release();
    assertThat(Objects.requireNonNull(shown().tokenBreakdown()).unused()).isEqualTo(2);
    assertThat(detail.status().stateProperty().get()).isEqualTo(ScreenState.CONTENT);
  }

  @Test
  void aRunningEventWithoutAPictureSaysSo() {
    EventResponse running = Samples.runningEvent("evt-2", "Concert");
    desk.server.with(running).hasNoPicture("evt-1").hasNoPicture("evt-2");
    detail.open(running);
    assertThat(detail.missingPicture())
        .singleElement()
        .asString()
        .startsWith("“Concert” is running, but it has no picture");
    detail.open(GALA);
    assertThat(detail.missingPicture()).as("not begun yet").isEmpty();
    detail.open(running);
    desk.server.hasPicture("evt-2");
    detail.tick();
    assertThat(detail.missingPicture()).as("its picture has come").isEmpty();
  }

  @Test
  void anEventThatIsThereNoLongerIsLeft() {
    detail.open(GALA);
    desk.server.events().clear();
    detail.refresh();
    assertThat(gone).hasValue(1);
    assertThat(detail.isOpen()).isFalse();
    desk.server.asked().clear();
    detail.refresh();
    assertThat(desk.server.asked()).isEmpty();
  }

  @Test
  void manyMessagesAreOneLook() {
    detail.open(GALA);
    desk.server.asked().clear();
    detail.told(TICKETS);
    desk.tasks.pass(Duration.ofMillis(300));
    detail.told(TICKETS);
    desk.tasks.pass(Duration.ofMillis(499));
    assertThat(desk.server.asked()).isEmpty();
    desk.tasks.pass(Duration.ofMillis(1));
    assertThat(desk.server.asked()).containsExactly("event");
  }

  @Test
  void aClosedPageAsksNothingMore() {
    detail.open(GALA);
    detail.told(TICKETS);
    detail.close();
    desk.server.asked().clear();
    desk.tasks.pass(Duration.ofMinutes(1));
    assertThat(desk.server.asked()).isEmpty();
  }

  @Test
  void theEventStaysInViewWithoutTheServerAndNothingCanBeChanged() {
    detail.open(GALA);
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    detail.refresh();
    assertThat(shown().title()).isEqualTo("Gala");
    assertThat(detail.status().stateProperty().get()).isEqualTo(ScreenState.CONTENT);
    assertThat(detail.allowed().get()).isFalse();
  }

  @Test
  void thePictureOpensInTheBrowser() {
    detail.open(GALA);
    detail.preview();
    assertThat(desk.desktop.browsed()).containsExactly("http://localhost:8080/#preview");
  }

  @Test
  void idAndEmbedLinkAreCopiedAndToldSo() {
    detail.open(GALA);
    detail.copyId();
    assertThat(desk.desktop.clipboard()).isEqualTo("evt-1");
    assertThat(desk.said()).isEqualTo("The id is copied.");
    detail.copyEmbedLink();
    assertThat(desk.desktop.clipboard()).isEqualTo("http://localhost:8080/embed/evt-1");
    assertThat(desk.said()).isEqualTo("The embed link is copied.");
  }

  @Test
  void aRefusedEmbedLinkLeavesTheClipboardAlone() {
    detail.open(GALA);
    detail.copyId();
    desk.server.failsWith(new ApiFailure.Refused(403, "Forbidden"));
    detail.copyEmbedLink();
    assertThat(desk.desktop.clipboard()).isEqualTo("evt-1");
    assertThat(desk.said()).isEqualTo("Forbidden");
  }
}
