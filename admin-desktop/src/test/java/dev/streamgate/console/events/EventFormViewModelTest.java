package dev.streamgate.console.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.events.EventFormChecks.Place;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventFormViewModelTest {
  private final Desk desk = new Desk();
  private final List<EventResponse> saved = new ArrayList<>();
  private final EventFormViewModel form = form(EventDraft.ofNew(Samples.NOW, desk.formats.zone()));

  private EventFormViewModel form(EventDraft draft) {
    return new EventFormViewModel(
        desk.server.apis(),
        desk.calls,
        Desk.texts(EventFormViewModel.class),
        desk.failures,
        desk.writing.meanwhile(),
        draft);
  }

  private String at(Place place) {
    return form.checks().at(place).get();
  }

  @Test
  void whatIsWrongIsSaidWhileTyping() {
    assertThat(at(Place.TITLE)).isEmpty();
    assertThat(form.ready().get()).isFalse();
    form.form().title.set("Gala");
    assertThat(form.ready().get()).isTrue();
    form.form().window.set("169");
    form.form().end.dateProperty().set(form.form().start.dateProperty().get().minusDays(1));
    form.form().poster.set("poster.png");
    form.form().title.set(" ");
    assertThat(at(Place.WINDOW)).isEqualTo("1 to 168 whole hours.");
    assertThat(at(Place.END)).isEqualTo("Start must be before end.");
    assertThat(at(Place.POSTER)).startsWith("Give an address");
    assertThat(at(Place.TITLE)).isEqualTo("Title is required.");
    assertThat(form.ready().get()).isFalse();
  }

  @Test
  void whatTheServerSaysStandsAtItsFieldUntilTheFieldChanges() {
    form.form().title.set("Gala");
    desk.server.failsWith(
        new ApiFailure.Refused(400, "Invalid stream URL format. Accepted are a folder id"));
    form.save(saved::add);
    assertThat(at(Place.STREAM))
        .isEqualTo(
            "Give a folder id, a folder URL, an embed address or <iframe> snippet, or a URL ending in"
                + " .m3u8.");
    assertThat(at(Place.FORM)).isEmpty();
    assertThat(form.ready().get()).isFalse();
    form.form().stream.set("other");
    assertThat(at(Place.STREAM)).isEmpty();
    desk.server.failsWith(new ApiFailure.Refused(500, "Internal server error"));
    form.save(saved::add);
    assertThat(at(Place.FORM)).isEqualTo("Internal server error");
    assertThat(form.ready().get()).isTrue();
    desk.server.recovers();
    form.save(saved::add);
    assertThat(saved).extracting(EventResponse::title).containsExactly("Gala");
  }

  @Test
  void anEventDeletedMeanwhileIsToldAsGone() {
    EventResponse event = Samples.event("evt-1", "Gala");
    EventFormViewModel edited = form(EventDraft.of(event, desk.formats.zone()));
    desk.server.failsWith(new ApiFailure.Refused(404, "Event not found"));
    edited.form().title.set("Gala Night");
    edited.save(saved::add);
    assertThat(edited.checks().at(Place.FORM).get()).startsWith("This event has been deleted");
    assertThat(saved).isEmpty();
  }

  @Test
  void aChangedEndOrWindowWarnsOnlyWhereThereAreTickets() {
    desk.server.with(Samples.event("evt-1", "Gala"));
    desk.server.with(Samples.ticket(desk.server.events().getFirst(), 1));
    EventResponse event = Samples.event("evt-1", "Gala");
    EventFormViewModel without = form(EventDraft.of(event, desk.formats.zone()));
    without.form().window.set("24");
    assertThat(without.expiryChanges().get()).isFalse();
    desk.server.apis().events().event("evt-1");
    EventFormViewModel with =
        form(EventDraft.of(desk.server.events().getFirst(), desk.formats.zone()));
    assertThat(with.expiryChanges().get()).isFalse();
    with.form().window.set("24");
    assertThat(with.expiryChanges().get()).isTrue();
    with.form().window.set("48");
    with.form().end.timeProperty().set("23:59");
    assertThat(with.expiryChanges().get()).isTrue();
  }

  @Test
  void whatAnotherOwnerChangedMeanwhileStays() {
    EventFormViewModel mine = opened();
    meanwhile(
        new EventRequest("Gala II", null, null, null, null, null, 24, null, true, null, null));
    mine.form().description.set("With a band.");
    mine.save(saved::add);
    assertThat(saved)
        .singleElement()
        .satisfies(now -> {
          assertThat(now.title()).isEqualTo("Gala II");
          assertThat(now.accessWindowHours()).isEqualTo(24);
          assertThat(now.watermark()).isTrue();
          assertThat(now.description()).isEqualTo("With a band.");
        });
    assertThat(desk.dialogs.asked()).isEmpty();
  }

  @Test
  void theSameFieldIsOverwrittenOnlyOnceAgreed() {
    EventFormViewModel mine = opened();
    meanwhile(title("Gala II"));
    mine.form().title.set("Gala III");
    desk.dialogs.declines();
    mine.save(saved::add);
    assertThat(saved).isEmpty();
    assertThat(desk.dialogs.asked())
        .singleElement()
        .satisfies(question -> assertThat(question.text()).contains("Title: Gala II"));
    assertThat(desk.server.events().getFirst().title()).isEqualTo("Gala II");
    assertThat(mine.form().title.get()).isEqualTo("Gala III");
    desk.dialogs.agrees();
    mine.save(saved::add);
    assertThat(saved).extracting(EventResponse::title).containsExactly("Gala III");
  }

  private EventFormViewModel opened() {
    desk.server.with(Samples.event("evt-1", "Gala"));
    return form(EventDraft.of(desk.server.events().getFirst(), desk.formats.zone()));
  }

  private void meanwhile(EventRequest theirs) {
    desk.server.apis().events().change("evt-1", theirs);
  }

  private static EventRequest title(String title) {
    return new EventRequest(title, null, null, null, null, null, null, null, null, null, null);
  }

  @Test
  void onlyWhatWasTypedIsWorthAQuestion() {
    EventDraft draft = EventDraft.ofNew(Samples.NOW, desk.formats.zone());
    assertThat(draft.isTouched()).isFalse();
    draft.form().title.set("Gala");
    assertThat(draft.isTouched()).isTrue();
  }
}
