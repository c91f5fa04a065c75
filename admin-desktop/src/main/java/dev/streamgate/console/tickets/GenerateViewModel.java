package dev.streamgate.console.tickets;

import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.EventChoices;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.FieldErrors;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.tickets.AccessLevel;
import dev.streamgate.model.tickets.CodeStyle;
import dev.streamgate.model.tickets.GenerateRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// An order for a batch of tickets, checked while it is typed.
public final class GenerateViewModel {
  private static final String FIRST_COUNT = "10";

  static final String COUNT = "Count";
  static final String LABEL = "Label";
  static final String STYLE = "Code style";
  static final String DEVICES = "Devices";
  static final String ACCESS = "Access level";
  static final String ITEM = "Item";
  static final String HEIGHT = "Maximum height";
  static final String EVENT = "Event";

  private final ServerApis apis;
  private final ServerCalls calls;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final GeneratedTickets result;
  private final PanelWork generating;
  private final EventChoices events;
  private final ObjectProperty<Optional<EventChoice>> event =
      new SimpleObjectProperty<>(Optional.empty());
  private final StringProperty count = new SimpleStringProperty(FIRST_COUNT);
  private final StringProperty label = new SimpleStringProperty("");
  private final ObjectProperty<CodeStyle> style = new SimpleObjectProperty<>(CodeStyle.PRINT);
  private final ObjectProperty<Integer> devices = new SimpleObjectProperty<>(1);
  private final ObjectProperty<AccessLevel> access =
      new SimpleObjectProperty<>(AccessLevel.STANDARD);
  private final ObjectProperty<Optional<EventItemResponse>> item =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObjectProperty<Optional<Integer>> height =
      new SimpleObjectProperty<>(Optional.empty());
  private final ObservableList<EventItemResponse> items = FXCollections.observableArrayList();
  private final FieldErrors errors =
      new FieldErrors()
          .field(COUNT, count)
          .field(LABEL, label)
          .field(STYLE, style)
          .field(DEVICES, devices)
          .field(ACCESS, access)
          .field(ITEM, item)
          .field(HEIGHT, height)
          .field(EVENT, event);
  private final BooleanProperty busy = new SimpleBooleanProperty();
  private final BooleanProperty loading = new SimpleBooleanProperty();

  public GenerateViewModel(
      ServerApis apis,
      ServerCalls calls,
      Catalogue texts,
      FailureTexts failures,
      GeneratedTickets result,
      LongWork work) {
    this.apis = apis;
    this.events = new EventChoices(apis.events(), calls);
    this.calls = calls;
    this.texts = texts;
    this.failures = failures;
    this.result = result;
    this.generating = new PanelWork(work, busy);
    event.addListener((_, _, chosen) -> loadItems(chosen));
  }

  public ObservableList<EventChoice> events() {
    return events.events();
  }

  public ObjectProperty<Optional<EventChoice>> eventProperty() {
    return event;
  }

  public StringProperty countProperty() {
    return count;
  }

  public StringProperty labelProperty() {
    return label;
  }

  public ObjectProperty<CodeStyle> styleProperty() {
    return style;
  }

  public ObjectProperty<Integer> devicesProperty() {
    return devices;
  }

  public ObjectProperty<AccessLevel> accessProperty() {
    return access;
  }

  /// The items of the chosen event; a ticket opens all of it or one of them.
  public ObservableList<EventItemResponse> items() {
    return items;
  }

  public ObjectProperty<Optional<EventItemResponse>> itemProperty() {
    return item;
  }

  /// The largest picture the tickets open, in lines; empty for any.
  public ObjectProperty<Optional<Integer>> heightProperty() {
    return height;
  }

  /// What the server had against the order as a whole; the rest stands at its fields.
  public StringBinding errorProperty() {
    return errors.elsewhere();
  }

  FieldErrors errors() {
    return errors;
  }

  public BooleanProperty busyProperty() {
    return busy;
  }

  /// The tickets made, once there are any.
  public GeneratedTickets result() {
    return result;
  }

  public StringBinding countError() {
    StringBinding refused = errors.at(COUNT);
    return Bindings.createStringBinding(
        () -> number().isPresent() ? refused.get() : texts.get("countWrong"), count, refused);
  }

  public BooleanBinding ready() {
    BooleanBinding complete =
        Bindings.createBooleanBinding(
            () -> event.get().isPresent() && number().isPresent(), event, count);
    return complete.and(busy.not()).and(calls.connection().onlineProperty());
  }

  /// Loads the events to choose from, and chooses `first` if it is among them.
  public void begin(Optional<EventChoice> first) {
    events.offer(first, event, failure -> errors.say(failures.of(failure)));
  }

  /// Never repeated by itself: a batch ordered twice is made twice.
  public void generate() {
    if (!ready().get()) {
      return;
    }
    EventChoice chosen = event.get().orElseThrow();
    int wanted = number().orElseThrow();
    GenerateRequest order =
        new GenerateRequest(
            wanted,
            label.get().isBlank() ? null : label.get().trim(),
            style.get(),
            devices.get(),
            access.get(),
            item.get().map(EventItemResponse::item).orElse(null),
            height.get().orElse(null));
    errors.clear();
    generating.begin(
        texts.get("generating", wanted),
        () -> apis.tickets().generate(chosen.id(), order),
        new LongWork.Ends<>(
            made -> result.show(chosen, made),
            failure -> errors.say(failures.of(failure)),
            () -> {}));
  }

  /// Gives the batch up if one is being made; returns whether there was one.
  boolean cancel() {
    return generating.cancel();
  }

  private void loadItems(Optional<EventChoice> chosen) {
    item.set(Optional.empty());
    items.clear();
    chosen.ifPresent(known ->
        calls.ask(
            loading,
            () -> apis.events().event(known.id()),
            detail -> items.setAll(Objects.requireNonNullElse(detail.items(), List.of())),
            failure -> {}));
  }

  private Optional<Integer> number() {
    String typed = count.get().trim();
    return Optional.of(typed)
        .filter(text -> text.matches("\\d{1,4}"))
        .map(Integer::valueOf)
        .filter(number -> number >= 1 && number <= GenerateRequest.MAX_COUNT);
  }
}
