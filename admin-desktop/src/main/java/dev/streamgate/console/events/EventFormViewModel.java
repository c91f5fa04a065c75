package dev.streamgate.console.events;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.EventsApi;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.screen.PanelForm;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.events.EventResponse;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableStringValue;

/// Creating an event, or changing one.
public final class EventFormViewModel implements PanelForm {
  private static final int NOT_FOUND = 404;

  private final EventsApi api;
  private final StreamTest streamTest;
  private final ServerCalls calls;
  private final FailureTexts failures;
  private final Catalogue texts;
  private final Meanwhile meanwhile;
  private final EventDraft draft;
  private final EventFormChecks checks;
  private final BooleanProperty busy = new SimpleBooleanProperty();

  public EventFormViewModel(
      ServerApis apis,
      ServerCalls calls,
      Catalogue texts,
      FailureTexts failures,
      Meanwhile meanwhile,
      EventDraft draft) {
    this.meanwhile = meanwhile;
    this.api = apis.events();
    this.streamTest = new StreamTest(apis, calls, texts, failures);
    this.calls = calls;
    this.texts = texts;
    this.failures = failures;
    this.draft = draft;
    this.checks = new EventFormChecks(draft.form(), texts);
  }

  /// The look at the event's playlist; an event that is not saved yet has none.
  public StreamTest streamTest() {
    return streamTest;
  }

  /// Looks for the playlist of the event as it was last saved.
  public void testStream() {
    event().ifPresent(known -> streamTest.run(known.id()));
  }

  public EventForm form() {
    return draft.form();
  }

  /// The event being changed; empty for a new one.
  public Optional<EventResponse> event() {
    return draft.event();
  }

  public EventFormChecks checks() {
    return checks;
  }

  @Override
  public BooleanProperty busyProperty() {
    return busy;
  }

  /// What is wrong with no field in particular; the rest stands at its fields.
  @Override
  public ObservableStringValue errorProperty() {
    return checks.at(EventFormChecks.Place.FORM);
  }

  @Override
  public BooleanBinding ready() {
    return checks.passed().and(busy.not()).and(calls.connection().onlineProperty());
  }

  /// Whether the times have changed so that the expiry of existing tickets changes with them.
  public BooleanBinding expiryChanges() {
    return Bindings.createBooleanBinding(
        draft::changesExpiry, form().window, form().end.dateProperty(), form().end.timeProperty());
  }

  /// Saves, and hands the saved event to `saved`. A refusal is shown at its field. Of an event that
  /// is there already only what was changed here is sent, and before that what others have changed
  /// meanwhile is looked at.
  public void save(Consumer<EventResponse> saved) {
    if (!ready().get()) {
      return;
    }
    checks.forgetServer();
    event().ifPresentOrElse(known -> change(known.id(), saved), () -> create(saved));
  }

  private void create(Consumer<EventResponse> saved) {
    EventRequest request = form().request();
    calls.ask(busy, () -> api.create(request), saved, this::refused);
  }

  private void change(String id, Consumer<EventResponse> saved) {
    EventChange change = draft.change();
    calls.ask(
        busy,
        () -> api.event(id),
        now ->
            meanwhile.unless(
                change.overwritten(draft.asOpened(now), texts, meanwhile),
                () ->
                    calls.ask(busy, () -> api.change(id, change.request()), saved, this::refused)),
        this::refused);
  }

  private void refused(ApiFailure failure) {
    checks.serverSaid(isGone(failure) ? texts.get("eventGone") : failures.of(failure));
  }

  /// Somebody else has deleted the event while its form was open.
  private boolean isGone(ApiFailure failure) {
    return event().isPresent()
        && failure instanceof ApiFailure.Refused refused
        && refused.status() == NOT_FOUND;
  }
}
