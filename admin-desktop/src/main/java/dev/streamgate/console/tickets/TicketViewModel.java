package dev.streamgate.console.tickets;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.api.TicketQuery;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.FieldErrors;
import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.screen.PanelForm;
import dev.streamgate.console.screen.Releasing;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.sessions.TicketSessions;
import dev.streamgate.model.tickets.TokenEditRequest;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One ticket: who watches with it, and what of it can be changed.
public final class TicketViewModel implements PanelForm {
  private static final int MOST_DEVICES = 5;

  static final String LABEL = "Label";
  static final String DEVICES = "Devices";
  static final String TAKEOVERS = "Takeovers";

  private final ServerApis apis;
  private final ServerCalls calls;
  private final Releasing releasing;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final Meanwhile meanwhile;
  private final TokenResponse ticket;
  private final StringProperty label = new SimpleStringProperty();
  private final ObjectProperty<Integer> devices = new SimpleObjectProperty<>();
  private final StringProperty takeovers = new SimpleStringProperty();
  private final FieldErrors errors =
      new FieldErrors().field(LABEL, label).field(DEVICES, devices).field(TAKEOVERS, takeovers);
  private final ReadOnlyStringWrapper seats = new ReadOnlyStringWrapper("");
  private final ObservableList<SessionView> sessions = FXCollections.observableArrayList();
  private final BooleanProperty busy = new SimpleBooleanProperty();

  public TicketViewModel(
      ServerApis apis,
      ServerCalls calls,
      Releasing releasing,
      Catalogue texts,
      Writing writing,
      TokenResponse ticket) {
    this.apis = apis;
    this.calls = calls;
    this.releasing = releasing;
    this.texts = texts;
    this.failures = writing.failures();
    this.meanwhile = writing.meanwhile();
    this.ticket = ticket;
    label.set(TicketChange.labelOf(ticket));
    devices.set(ticket.maxSessions());
    takeovers.set(String.valueOf(ticket.takeoversUsed()));
  }

  public TokenResponse ticket() {
    return ticket;
  }

  public StringProperty labelProperty() {
    return label;
  }

  public ObjectProperty<Integer> devicesProperty() {
    return devices;
  }

  public StringProperty takeoversProperty() {
    return takeovers;
  }

  @Override
  public StringBinding errorProperty() {
    return errors.elsewhere();
  }

  /// What the server has against the form, at its fields.
  FieldErrors errors() {
    return errors;
  }

  /// How many seats are taken and free.
  public ReadOnlyStringProperty seatsProperty() {
    return seats.getReadOnlyProperty();
  }

  public ObservableList<SessionView> sessions() {
    return sessions;
  }

  @Override
  public BooleanProperty busyProperty() {
    return busy;
  }

  public static List<Integer> deviceCounts() {
    return IntStream.rangeClosed(1, MOST_DEVICES).boxed().toList();
  }

  @Override
  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(
            () -> change().isPresent() && isTouched(), label, devices, takeovers)
        .and(busy.not())
        .and(calls.connection().onlineProperty());
  }

  public BooleanBinding releaseAllowed() {
    return releasing.allowed();
  }

  public void refresh() {
    calls.ask(busy, () -> apis.sessions().ofTicket(ticket.id()), this::show, this::refused);
  }

  /// Saves what was changed here, after a look at what others have changed meanwhile.
  public void save(Consumer<TokenResponse> saved) {
    change()
        .filter(change -> ready().get())
        .ifPresent(change -> {
          errors.clear();
          calls.ask(
              busy,
              () -> apis.tickets().list(sameCode()),
              found ->
                  meanwhile.unless(
                      overwritten(change, found.data()), () -> send(change.request(), saved)),
              this::refused);
        });
  }

  private TicketQuery sameCode() {
    return new TicketQuery(
        Optional.of(ticket.eventId()),
        Optional.empty(),
        ticket.code(),
        1,
        TicketQuery.LARGEST_PAGE);
  }

  private List<String> overwritten(TicketChange change, List<TokenResponse> found) {
    return found.stream()
        .filter(now -> now.id().equals(ticket.id()))
        .flatMap(now -> change.overwritten(now, texts, meanwhile).stream())
        .toList();
  }

  private void send(TokenEditRequest change, Consumer<TokenResponse> saved) {
    calls.ask(busy, () -> apis.tickets().edit(ticket.id(), change), saved, this::refused);
  }

  private void refused(ApiFailure failure) {
    errors.say(failures.of(failure));
  }

  public void release(SessionView session) {
    releasing.release(session.sessionId(), device(session), this::refresh);
  }

  /// Browser and system, as far as they are known.
  public String device(SessionView session) {
    return releasing.devices().of(session.browser(), session.os());
  }

  private void show(TicketSessions now) {
    sessions.setAll(now.sessions());
    seats.set(texts.get("seats", now.count(), now.maxSessions(), now.available()));
  }

  boolean isTouched() {
    return !(label.get().trim().equals(TicketChange.labelOf(ticket))
        && devices.get() == ticket.maxSessions()
        && takeovers.get().trim().equals(String.valueOf(ticket.takeoversUsed())));
  }

  private Optional<TicketChange> change() {
    return TicketChange.of(ticket, label.get().trim(), devices.get(), takeovers.get().trim());
  }
}
