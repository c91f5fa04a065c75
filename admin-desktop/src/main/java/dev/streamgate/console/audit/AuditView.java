package dev.streamgate.console.audit;

import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.DateFields;
import dev.streamgate.console.screen.EventChoice;
import dev.streamgate.console.screen.EventChoices;
import dev.streamgate.console.screen.OptionalChoice;
import dev.streamgate.console.screen.PageBar;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.insight.AuditActions;
import dev.streamgate.model.insight.AuditLogEntry;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The screen "Audit log".
public final class AuditView implements ScreenView {
  private final AuditViewModel model;
  private final EventChoices events;
  private final Catalogue texts;
  private final Formats formats;
  private final TableHabits habits;

  @FXML private ComboBox<Optional<String>> auditAction;
  @FXML private ComboBox<AuditPeriod.Span> auditPeriod;
  @FXML private HBox auditDates;
  @FXML private DatePicker auditFrom;
  @FXML private DatePicker auditTo;
  @FXML private Label auditReversed;
  @FXML private ComboBox<Optional<EventChoice>> auditEvent;
  @FXML private TextField auditTicket;
  @FXML private ScreenFrame frame;
  @FXML private Button clearFilter;
  @FXML private TableView<AuditLogEntry> auditTable;
  @FXML private TableColumn<AuditLogEntry, String> time;
  @FXML private TableColumn<AuditLogEntry, String> action;
  @FXML private TableColumn<AuditLogEntry, String> actor;
  @FXML private TableColumn<AuditLogEntry, String> ip;
  @FXML private TableColumn<AuditLogEntry, String> event;
  @FXML private TableColumn<AuditLogEntry, String> ticket;
  @FXML private TableColumn<AuditLogEntry, String> session;
  @FXML private TableColumn<AuditLogEntry, String> reason;
  @FXML private PageBar auditPages;

  public AuditView(
      AuditViewModel model,
      EventChoices events,
      Catalogue texts,
      Formats formats,
      TableHabits habits) {
    this.model = model;
    this.events = events;
    this.texts = texts;
    this.formats = formats;
    this.habits = habits;
  }

  @FXML
  private void initialize() {
    OptionalChoice.of(auditAction, texts.get("allActions"), action -> action)
        .among(AuditActions.NAMES)
        .into(model.actionProperty());
    bindPeriod(model.period());
    OptionalChoice.of(auditEvent, texts.get("allEvents"), EventChoice::title)
        .following(events.events())
        .into(model.eventProperty());
    auditTicket.textProperty().bindBidirectional(model.ticketProperty());
    Columns.text(time, row -> formats.precise(row.timestamp()));
    Columns.text(action, AuditLogEntry::action);
    Columns.text(actor, row -> Formats.orNothing(row.actor()));
    Columns.text(ip, row -> Formats.orNothing(row.ip()));
    Columns.text(event, row -> first(row.eventTitle(), row.eventId()));
    Columns.text(ticket, row -> first(row.tokenLabel(), row.tokenId()));
    Columns.text(session, row -> Formats.orNothing(row.sessionId()));
    Columns.text(reason, row -> first(row.detail(), row.reason()));
    Shown.when(clearFilter, model.anySet());
    auditPages.follow(model.positionProperty(), model.status().texts(), model::turnTo);
    habits.fill(
        auditTable,
        model.rows(),
        row -> String.valueOf(row.id()),
        frame,
        model.status(),
        model::refresh);
  }

  @Override
  public void shown() {
    events.refresh();
    model.refresh();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void focusSearch() {
    auditTicket.requestFocus();
    auditTicket.selectAll();
  }

  @FXML
  private void onClearFilter() {
    model.clear();
  }

  private void bindPeriod(AuditPeriod period) {
    WordedChoice.bind(
        auditPeriod, List.of(AuditPeriod.Span.values()), this::words, period.spanProperty());
    Shown.when(auditDates, period.spanProperty().isEqualTo(AuditPeriod.Span.DATES));
    DateFields.write(auditFrom, formats.locale());
    DateFields.write(auditTo, formats.locale());
    auditFrom.valueProperty().bindBidirectional(period.fromProperty());
    auditTo.valueProperty().bindBidirectional(period.toProperty());
    Shown.when(auditReversed, period.reversed());
  }

  private String words(AuditPeriod.Span span) {
    return switch (span) {
      case ALL -> texts.get("anyTime");
      case HOUR -> texts.get("lastHour");
      case DAY -> texts.get("lastDay");
      case WEEK -> texts.get("lastWeek");
      case MONTH -> texts.get("lastMonth");
      case DATES -> texts.get("fromTo");
    };
  }

  private static String first(@Nullable String better, @Nullable String other) {
    return better == null ? Formats.orNothing(other) : better;
  }
}
