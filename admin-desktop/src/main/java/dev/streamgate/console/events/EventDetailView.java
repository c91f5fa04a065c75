package dev.streamgate.console.events;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.prose.Prose;
import dev.streamgate.console.screen.Badges;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.Warnings;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.events.EventItemResponse;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.tickets.TokenBreakdown;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The page of one event.
public final class EventDetailView {
  private final EventDetailViewModel model;
  private final EventActions actions;
  private final Tools tools;
  private final EventParts parts;
  private final EventTexts words;
  private Runnable back = () -> {};

  @FXML private Label title;
  @FXML private HBox badges;
  @FXML private VBox missingPicture;
  @FXML private Label description;
  @FXML private GridPane facts;
  @FXML private TextField eventId;
  @FXML private FlowPane breakdown;
  @FXML private Label viewersNow;
  @FXML private Label noItems;
  @FXML private VBox items;
  @FXML private StackPane ticketsTab;
  @FXML private StackPane eventViewers;
  @FXML private Button editEvent;
  @FXML private Button previewEvent;
  @FXML private Button copyEmbedLink;
  @FXML private Button toggleActive;
  @FXML private Button toggleArchived;
  @FXML private Button deleteEvent;
  @FXML private Button generateTickets;
  @FXML private Button importTickets;
  @FXML private Button exportTickets;
  @FXML private Button editItems;
  @FXML private ScreenFrame frame;

  /// The forms that open from here.
  public record Tools(EventFormPanel form, ItemsPanel items) {}

  public EventDetailView(
      EventDetailViewModel model,
      EventActions actions,
      Tools tools,
      EventParts parts,
      EventTexts words) {
    this.model = model;
    this.actions = actions;
    this.tools = tools;
    this.parts = parts;
    this.words = words;
  }

  @FXML
  private void initialize() {
    frame.follow(model.status(), model::refresh);
    for (Button button :
        List.of(
            editEvent,
            previewEvent,
            copyEmbedLink,
            toggleActive,
            toggleArchived,
            deleteEvent,
            generateTickets,
            importTickets,
            exportTickets,
            editItems)) {
      Able.when(button, model.allowed());
    }
    Warnings.follow(missingPicture, model.missingPicture());
    model
        .eventProperty()
        .subscribe(event -> {
          if (event != null) {
            show(event);
          }
        });
  }

  void onBack(Runnable action) {
    back = action;
  }

  /// Shows an event, with its tickets and viewers.
  void open(EventResponse event) {
    model.open(event);
    ticketsTab.getChildren().setAll(parts.tickets(event));
    eventViewers.getChildren().setAll(parts.viewers(event));
  }

  void refresh() {
    model.refresh();
    parts.refresh();
  }

  private void show(EventResponse event) {
    title.setText(event.title());
    badges.getChildren().setAll(EventCells.badge(words, event));
    description.setText(Objects.requireNonNullElse(event.description(), ""));
    description.setVisible(event.description() != null);
    description.setManaged(event.description() != null);
    eventId.setText(event.id());
    showFacts(event);
    showTickets(event);
    showItems(event);
    Catalogue texts = words.texts();
    toggleActive.setText(event.isActive() ? texts.get("deactivate") : texts.get("reactivate"));
    toggleArchived.setText(event.isArchived() ? texts.get("unarchive") : texts.get("archive"));
  }

  private void showFacts(EventResponse event) {
    Catalogue texts = words.texts();
    facts.getChildren().clear();
    fact(0, texts.get("startsAt"), words.formats().dateTime(event.startsAt()));
    fact(1, texts.get("endsAt"), words.formats().dateTime(event.endsAt()));
    fact(2, texts.get("accessWindow"), words.hours(event.accessWindowHours()));
    fact(3, texts.get("folder"), FolderPanel.folder(event));
    fact(4, texts.get("source"), words.source(event.source()));
    fact(5, texts.get("takeover"), words.takeoverOf(event));
  }

  private void fact(int row, String name, String value) {
    Label label = new Label(name);
    label.getStyleClass().add("hint");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Prose text = new Prose(value);
    text.getStyleClass().add("fact");
    facts.addRow(row, label, text);
  }

  private void showTickets(EventResponse event) {
    Catalogue texts = words.texts();
    TokenBreakdown of = event.tokenBreakdown();
    breakdown
        .getChildren()
        .setAll(
            of == null
                ? List.of()
                : List.of(
                    Badges.of(texts.get("unusedCount", of.unused()), "badge-unused"),
                    Badges.of(texts.get("redeemedCount", of.redeemed()), "badge-redeemed"),
                    Badges.of(texts.get("expiredCount", of.expired()), "badge-expired"),
                    Badges.of(texts.get("revokedCount", of.revoked()), "badge-revoked")));
    Long viewers = event.activeViewers();
    viewersNow.setText(texts.get("watching", viewers == null ? 0 : viewers));
  }

  private void showItems(EventResponse event) {
    List<EventItemResponse> programme =
        Objects.requireNonNullElse(event.items(), List.<EventItemResponse>of());
    noItems.setVisible(programme.isEmpty());
    noItems.setManaged(programme.isEmpty());
    items.getChildren().setAll(programme.stream().map(this::item).toList());
  }

  private Node item(EventItemResponse item) {
    Label name = new Label(Objects.requireNonNullElse(item.title(), item.item()));
    name.getStyleClass().add("row-title");
    Label folder = new Label(item.item());
    folder.getStyleClass().addAll("hint", "mono");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Instant opens = item.availableAt();
    Label when =
        new Label(
            opens == null
                ? words.texts().get("itemOpen")
                : words.texts().get("itemOpens", words.formats().dateTime(opens)));
    HBox row = new HBox(name, folder, gap, when);
    row.getStyleClass().add("list-row");
    return row;
  }

  private void with(Consumer<EventResponse> action) {
    EventResponse event = model.eventProperty().get();
    if (event != null) {
      action.accept(event);
    }
  }

  @FXML
  private void onBack() {
    back.run();
  }

  @FXML
  private void onEdit() {
    with(event -> tools.form().edit(event, saved -> refresh()));
  }

  @FXML
  private void onCopyId() {
    model.copyId();
  }

  @FXML
  private void onPreview() {
    model.preview();
  }

  @FXML
  private void onCopyEmbedLink() {
    model.copyEmbedLink();
  }

  @FXML
  private void onToggleActive() {
    with(actions::toggleActive);
  }

  @FXML
  private void onToggleArchived() {
    with(actions::toggleArchived);
  }

  @FXML
  private void onDelete() {
    with(actions::delete);
  }

  @FXML
  private void onGenerate() {
    with(parts::generate);
  }

  @FXML
  private void onImport() {
    with(parts::importTickets);
  }

  @FXML
  private void onExport() {
    with(parts::export);
  }

  @FXML
  private void onEditItems() {
    with(event -> tools.items().open(event, this::refresh));
  }
}
