package dev.streamgate.console.viewers;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.tickets.TicketCode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The screen "Viewers": one row for each live session, late ones in amber.
public final class ViewersView implements ScreenView {
  private final ViewersViewModel model;
  private final Catalogue texts;
  private final Formats formats;
  private final InstantSource clock;
  private final TableHabits habits;
  private final boolean embedded;

  @FXML private VBox screen;
  @FXML private HBox head;
  @FXML private Label count;
  @FXML private Label seats;
  @FXML private ScreenFrame frame;
  @FXML private TableView<LiveSessionView> viewersTable;
  @FXML private TableColumn<LiveSessionView, String> event;
  @FXML private TableColumn<LiveSessionView, String> code;
  @FXML private TableColumn<LiveSessionView, String> label;
  @FXML private TableColumn<LiveSessionView, String> ip;
  @FXML private TableColumn<LiveSessionView, String> browser;
  @FXML private TableColumn<LiveSessionView, String> os;
  @FXML private TableColumn<LiveSessionView, String> device;
  @FXML private TableColumn<LiveSessionView, String> watchTime;
  @FXML private TableColumn<LiveSessionView, String> heartbeat;
  @FXML private TableColumn<LiveSessionView, LiveSessionView> rowActions;

  /// How the screen looks at time, and whether it is part of another screen.
  public record Manner(Formats formats, InstantSource clock, boolean embedded) {}

  public ViewersView(ViewersViewModel model, Catalogue texts, Manner manner, TableHabits habits) {
    this.model = model;
    this.texts = texts;
    this.formats = manner.formats();
    this.clock = manner.clock();
    this.embedded = manner.embedded();
    this.habits = habits;
  }

  @FXML
  private void initialize() {
    Columns.text(event, LiveSessionView::eventTitle);
    Columns.text(code, session -> displayed(session.tokenCode()));
    Columns.text(label, session -> Formats.orNothing(session.tokenLabel()));
    Columns.text(ip, LiveSessionView::clientIp);
    Columns.text(browser, session -> Formats.orNothing(session.browser()));
    Columns.text(os, session -> Formats.orNothing(session.os()));
    Columns.text(device, session -> Formats.orNothing(session.deviceName()));
    Columns.number(watchTime, session -> since(session.sessionStarted()));
    Columns.text(heartbeat, this::heard);
    Columns.node(rowActions, this::releaseButton);
    TableHabits.mark(viewersTable, "late", model::isLate);
    seats.textProperty().bind(model.seatsProperty());
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.get("watching", model.sessions().size()), model.sessions()));
    habits
        .fill(
            viewersTable,
            model.sessions(),
            LiveSessionView::sessionId,
            frame,
            model.status(),
            model::refresh)
        .chosenProperty()
        .subscribe(model::select);
    if (embedded) {
      event.setVisible(false);
      head.getStyleClass().add("embedded-head");
      screen.getStyleClass().setAll("embedded");
    }
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void tick(boolean following) {
    if (following) {
      viewersTable.refresh();
    } else {
      model.refresh();
    }
  }

  @Override
  public void told(ConsoleMessage message) {
    model.told(message);
  }

  private String heard(LiveSessionView session) {
    long seconds =
        Math.max(0, Duration.between(session.lastHeartbeat(), clock.instant()).toSeconds());
    String time = formats.time(session.lastHeartbeat());
    return model.isLate(session) ? texts.get("late", time, seconds) : time;
  }

  private String since(Instant start) {
    Duration time = Duration.between(start, clock.instant());
    return formats.playingTime(time.isNegative() ? Duration.ZERO : time);
  }

  private Node releaseButton(LiveSessionView session) {
    Button button =
        IconButton.of(
            "releaseSession",
            "fth-x-circle",
            texts.get("releaseSession"),
            () -> model.release(session));
    button.setText(texts.get("release"));
    Able.when(button, model.allowed());
    return button;
  }

  private static String displayed(String code) {
    return TicketCode.read(code).map(TicketCode::display).orElse(code);
  }
}
