package dev.streamgate.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventItemsRequest;
import dev.streamgate.model.events.EventResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ItemsViewModelTest {
  private static final EventResponse GALA = Samples.event("evt-1", "Gala");

  private final Desk desk = new Desk();
  private final AtomicInteger saved = new AtomicInteger();
  private final ItemsViewModel model =
      new ItemsViewModel(
          desk.server.apis().events(),
          desk.calls,
          desk.failures,
          ZoneId.of("Europe/Berlin"),
          desk.writing.meanwhile(),
          GALA);

  @BeforeEach
  void theEventIsThere() {
    desk.server.with(GALA);
  }

  private ItemDraft first() {
    return model.items().getFirst();
  }

  @Test
  void anEventWithoutItemsBeginsWithAnEmptyRow() {
    assertThat(model.items()).hasSize(1);
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void aFolderIsEnoughAndItsNameIsChecked() {
    first().itemProperty().set("day-1");
    assertThat(model.ready().get()).isTrue();
    first().itemProperty().set("../secrets");
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void halfARowIsAlreadyWorthAQuestion() {
    assertThat(model.isTouched()).isFalse();
    first().opening().timeProperty().set("20");
    assertThat(model.isTouched()).isTrue();
    first().opening().timeProperty().set("");
    assertThat(model.isTouched()).isFalse();
    model.add();
    assertThat(model.isTouched()).isTrue();
  }

  @Test
  void aDateIsGivenWholeOrNotAtAll() {
    first().itemProperty().set("day-1");
    first().opening().dateProperty().set(LocalDate.of(2026, 7, 1));
    assertThat(model.ready().get()).isFalse();
    first().opening().timeProperty().set("20:00");
    assertThat(model.ready().get()).isTrue();
    assertThat(first().request())
        .isEqualTo(new EventItemsRequest.Item("day-1", null, "2026-07-01T18:00:00.000Z"));
  }

  @Test
  void allRowsMustBeRight() {
    first().itemProperty().set("day-1");
    model.add();
    assertThat(model.ready().get()).isFalse();
    model.remove(model.items().getLast());
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void thereAreNoMoreThanTheServerTakes() {
    IntStream.range(0, EventItemsRequest.MAX_ITEMS + 3).forEach(row -> model.add());
    assertThat(model.items()).hasSize(EventItemsRequest.MAX_ITEMS);
  }

  @Test
  void itIsSavedOnceAndOnlyWhenRight() {
    model.save(saved::incrementAndGet);
    assertThat(desk.server.asked()).isEmpty();
    first().itemProperty().set("day-1");
    model.save(saved::incrementAndGet);
    assertThat(desk.server.asked()).containsExactly("event", "items");
    assertThat(saved).hasValue(1);
  }

  @Test
  void aRefusalIsToldAndForgottenAtTheNextTry() {
    first().itemProperty().set("day-1");
    desk.server.failsWith(new ApiFailure.Refused(400, "Duplicate item"));
    model.save(saved::incrementAndGet);
    assertThat(model.errorProperty().get()).isEqualTo("Duplicate item");
    assertThat(saved).hasValue(0);
    desk.server.recovers();
    model.save(saved::incrementAndGet);
    assertThat(model.errorProperty().get()).isEmpty();
    assertThat(saved).hasValue(1);
  }
}
