package dev.streamgate.console.dashboard;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.screen.FullText;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.Warnings;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.DashboardResponse;
import dev.streamgate.model.insight.DashboardResponse.LiveEvent;
import dev.streamgate.model.insight.DashboardResponse.UpcomingEvent;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
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
  private final ViewerChart chart;

  @FXML private ScreenFrame frame;
  @FXML private Button quickCreateEvent;
  @FXML private Button quickGenerate;
  @FXML private VBox chartBox;
  @FXML private VBox warnings;
  @FXML private VBox missingPictures;
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
      DashboardViewModel model,
      Catalogue texts,
      Formats formats,
      InstantSource clock,
      QuickActions actions) {
    this.model = model;
    this.texts = texts;
    this.formats = formats;
    this.actions = actions;
    this.chart = new ViewerChart(texts, clock);
  }

  @FXML
  private void initialize() {
    frame.follow(model.status(), model::refresh);
    model.numbersProperty().subscribe(this::show);
    Shown.when(nothingLive, model.numbersProperty().map(now -> now.liveNow().isEmpty()));
    Shown.when(nothingUpcoming, model.numbersProperty().map(now -> now.upcomingEvents().isEmpty()));
    chartBox.getChildren().add(chart.node());
    VBox.setVgrow(chart.node(), Priority.ALWAYS);
    model.history().samples().subscribe(this::showChart);
    showChart();
    Warnings.follow(missingPictures, model.missingPictures());
    Able.when(quickCreateEvent, model.onlineProperty());
    Able.when(quickGenerate, model.onlineProperty());
  }

  @Override
  public void shown() {
    model.shown();
  }

  @Override
  public void hidden() {
    model.hidden();
  }

  /// Not all of its numbers are told by the server.
  @Override
  public void tick(boolean following) {
    model.refresh();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public boolean createNew() {
    onCreateEvent();
    return true;
  }

  @Override
  public void told(ConsoleMessage message) {
    model.told(message);
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
    Warnings.show(warnings, warningsOf(now));
    liveNow.getChildren().setAll(now.liveNow().stream().map(this::live).toList());
    upcoming.getChildren().setAll(now.upcomingEvents().stream().map(this::next).toList());
  }

  private void showChart() {
    chart.show(model.history().samples());
  }

  private static List<String> warningsOf(DashboardResponse now) {
    return Objects.requireNonNullElse(now.warnings(), List.of());
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
    Label what = styled(title, "row-title");
    FullText.whenCut(what);
    Label then = whole(styled(when, "hint"));
    Shown.when(then, then.textProperty().isNotEmpty());
    HBox row = new HBox(new VBox(what, then), gap, whole(styled(number, "row-number")));
    row.getStyleClass().add("list-row");
    return row;
  }

  /// A long title gives way to what stands beside it.
  private static Label whole(Label label) {
    label.setMinWidth(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
