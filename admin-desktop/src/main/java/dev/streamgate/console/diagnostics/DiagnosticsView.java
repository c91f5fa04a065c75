package dev.streamgate.console.diagnostics;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.prose.Prose;
import dev.streamgate.console.screen.BusyButton;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Warnings;
import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.staff.LockedAddressResponse;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/// The screen "Diagnostics".
public final class DiagnosticsView implements ScreenView {
  private final DiagnosticsViewModel model;
  private final DiagnosticsWords words;

  @FXML private TextField diagnosticsQuery;
  @FXML private Button diagnosticsRun;
  @FXML private Button copyForSupport;
  @FXML private ScreenFrame frame;
  @FXML private HBox causeBox;
  @FXML private FontIcon causeIcon;
  @FXML private Label cause;
  @FXML private VBox diagnosticsChecks;
  @FXML private VBox sessions;
  @FXML private VBox audit;
  @FXML private VBox missingPictures;
  @FXML private VBox lockedCard;
  @FXML private VBox lockedAddresses;

  public DiagnosticsView(DiagnosticsViewModel model, DiagnosticsWords words) {
    this.model = model;
    this.words = words;
  }

  @FXML
  private void initialize() {
    diagnosticsQuery.textProperty().bindBidirectional(model.queryProperty());
    diagnosticsQuery.setOnAction(event -> model.run());
    Able.when(diagnosticsRun, model.ready(), Reason.INCOMPLETE);
    BusyButton.spin(diagnosticsRun, model.busyProperty());
    Able.when(copyForSupport, Bindings.isNotEmpty(model.checks()), Reason.NO_RESULT);
    frame.follow(model.status(), model::run);
    cause.textProperty().bind(model.causeProperty());
    model.goodProperty().subscribe(this::colour);
    model.checks().subscribe(this::showChecks);
    model.sessions().subscribe(this::showSessions);
    showSessions();
    model.audit().subscribe(() -> list(audit, model.audit().stream().map(this::row)));
    model.locked().subscribe(this::showLocked);
    showLocked();
    Warnings.follow(missingPictures, model.missingPictures());
  }

  @Override
  public void shown() {
    model.refreshLocked();
    model.lookForPictures();
    diagnosticsQuery.requestFocus();
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void tick(boolean following) {
    model.lookForPictures();
    if (!following) {
      model.refreshLocked();
    }
  }

  @Override
  public void told(ConsoleMessage message) {
    model.told(message);
  }

  @Override
  public void focusSearch() {
    diagnosticsQuery.requestFocus();
    diagnosticsQuery.selectAll();
  }

  @FXML
  private void onRun() {
    model.run();
  }

  @FXML
  private void onCopy() {
    model.copyForSupport();
  }

  private void colour(boolean good) {
    causeBox.getStyleClass().setAll("cause", good ? "cause-good" : "cause-bad");
    causeIcon.setIconLiteral(good ? "fth-check-circle" : "fth-alert-circle");
  }

  private void showChecks() {
    diagnosticsChecks.getChildren().setAll(model.checks().stream().map(this::check).toList());
  }

  private Node check(DiagnosticsResponse.Check check) {
    String style = check.result().name().toLowerCase(Locale.ROOT);
    FontIcon icon =
        new FontIcon(
            switch (check.result()) {
              case PASS -> "fth-check";
              case FAIL -> "fth-x";
              case SKIP -> "fth-minus";
            });
    icon.getStyleClass().add("check-" + style);
    Label result = new Label(words.result(check.result()));
    result.getStyleClass().addAll("check-result", "check-" + style);
    Label name = new Label(words.check(check.id()));
    name.getStyleClass().add("row-title");
    name.setMinWidth(Region.USE_PREF_SIZE);
    Label detail = new Label(check.detail());
    detail.getStyleClass().add("check-detail");
    HBox row = new HBox(icon, result, name, detail);
    row.getStyleClass().add("list-row");
    return row;
  }

  private String row(AuditLogEntry entry) {
    return Stream.of(
            words.formats().dateTime(entry.timestamp()),
            entry.action(),
            entry.actor(),
            entry.reason(),
            entry.detail())
        .filter(Objects::nonNull)
        .collect(Collectors.joining("  ·  "));
  }

  private void list(VBox box, Stream<String> lines) {
    List<Node> labels = lines.<Node>map(Prose::new).toList();
    box.getChildren().setAll(labels.isEmpty() ? List.of(none()) : labels);
  }

  private Label none() {
    Label none = new Label(words.texts().get("none"));
    none.getStyleClass().add("hint");
    return none;
  }

  private void showSessions() {
    list(sessions, model.sessions().stream().map(words::session));
  }

  private void showLocked() {
    boolean any = !model.locked().isEmpty();
    lockedCard.setVisible(any);
    lockedCard.setManaged(any);
    lockedAddresses.getChildren().setAll(model.locked().stream().map(this::locked).toList());
  }

  private Node locked(LockedAddressResponse address) {
    Label name = new Label(address.address());
    name.getStyleClass().add("row-title");
    Label why =
        new Label(
            words
                .texts()
                .get("lockedWhy", address.refused(), words.formats().time(address.until())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button unlock = new Button(words.texts().get("unlock"));
    unlock.setId("unlockAddress");
    Able.when(unlock, model.allowed());
    unlock.setOnAction(event -> model.unlock(address));
    HBox row = new HBox(name, why, gap, unlock);
    row.getStyleClass().add("list-row");
    return row;
  }
}
