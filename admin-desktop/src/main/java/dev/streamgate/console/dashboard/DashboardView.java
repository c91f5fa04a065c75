package dev.streamgate.console.dashboard;

import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import dev.streamgate.model.insight.DashboardResponse.UpcomingEvent;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The screen "Dashboard": cards with numbers, what is running, and what comes next.
public final class DashboardView implements ScreenView {
  private final DashboardViewModel model;
  private final Catalogue texts;
  private final Formats formats;
  private final QuickActions actions;

  @FXML private ScreenFrame frame;
  @FXML private Button quickCreateEvent;
  @FXML private Button quickGenerate;
  @FXML private Label activeEvents;
  @FXML private Label totalTickets;
  @FXML private Label unused;
  @FXML private Label redeemed;
  @FXML private Label expired;
  @FXML private Label revoked;
  @FXML private Label activeViewers;
  @FXML private VBox liveNow;
  @FXML private Label nothingLive;
  @FXML private VBox upcoming;
  @FXML private Label nothingUpcoming;

  public DashboardView(
      DashboardViewModel model, Catalogue texts, Formats formats, QuickActions actions) {
    this.model = model;
    this.texts = texts;
    this.formats = formats;
    this.actions = actions;
  }

  @FXML
  private void initialize() {
    frame.follow(model.status(), model::refresh);
    model.numbersProperty().subscribe(this::show);
    Shown.when(nothingLive, model.numbersProperty().map(now -> now.liveNow().isEmpty()));
    Shown.when(nothingUpcoming, model.numbersProperty().map(now -> now.upcomingEvents().isEmpty()));
    quickCreateEvent.disableProperty().bind(model.onlineProperty().not());
    quickGenerate.disableProperty().bind(model.onlineProperty().not());
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void createNew() {
    onCreateEvent();
  }

  @FXML
  private void onCreateEvent() {
    actions.createEvent();
  }

  @FXML
  private void onGenerateTickets() {
    actions.generateTickets();
  }

  private void show(DashboardResponse now) {
    activeEvents.setText(formats.number(now.activeEvents()));
    totalTickets.setText(formats.number(now.totalTokens()));
    activeViewers.setText(formats.number(now.activeViewers()));
    unused.setText(texts.get("unused", now.tokenBreakdown().unused()));
    redeemed.setText(texts.get("redeemed", now.tokenBreakdown().redeemed()));
    expired.setText(texts.get("expired", now.tokenBreakdown().expired()));
    revoked.setText(texts.get("revoked", now.tokenBreakdown().revoked()));
    liveNow.getChildren().setAll(now.liveNow().stream().map(this::live).toList());
    upcoming.getChildren().setAll(now.upcomingEvents().stream().map(this::next).toList());
  }

  private Node live(LiveEvent event) {
    return row(event.title(), texts.get("watching", event.viewers()), "");
  }

  private Node next(UpcomingEvent event) {
    return row(
        event.title(),
        texts.get("tickets", event.tokenCount()),
        formats.dateTime(event.startsAt()));
  }

  private static Node row(String title, String number, String when) {
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox row =
        new HBox(
            styled(title, "row-title"), gap, styled(when, "hint"), styled(number, "row-number"));
    row.getStyleClass().add("list-row");
    return row;
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
