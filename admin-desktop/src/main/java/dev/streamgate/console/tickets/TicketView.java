package dev.streamgate.console.tickets;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.screen.Field;
import dev.streamgate.console.screen.FormFrame;
import dev.streamgate.console.screen.FormView;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.List;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The panel of one ticket.
public final class TicketView implements FormView {
  private final TicketViewModel model;
  private final TicketTexts words;
  private final Consumer<TokenResponse> saved;
  private final Runnable close;

  @FXML private VBox root;
  @FXML private Label ticketCode;
  @FXML private Label ticketSeats;
  @FXML private VBox ticketSessions;
  @FXML private Field labelField;
  @FXML private Field devicesField;
  @FXML private Field takeoversField;
  @FXML private TextField ticketLabel;
  @FXML private ComboBox<Integer> ticketDevices;
  @FXML private TextField ticketTakeovers;
  @FXML private Label ticketError;
  @FXML private Button saveTicket;

  public TicketView(
      TicketViewModel model, TicketTexts words, Consumer<TokenResponse> saved, Runnable close) {
    this.model = model;
    this.words = words;
    this.saved = saved;
    this.close = close;
  }

  @FXML
  private void initialize() {
    ticketCode.setText(model.ticket().displayCode());
    ticketSeats.textProperty().bind(model.seatsProperty());
    ticketLabel.textProperty().bindBidirectional(model.labelProperty());
    ticketTakeovers.textProperty().bindBidirectional(model.takeoversProperty());
    WordedChoice.bind(
        ticketDevices,
        TicketViewModel.deviceCounts(),
        number -> words.formats().number(number),
        model.devicesProperty());
    labelField.showErrors(model.errors().at(TicketViewModel.LABEL));
    devicesField.showErrors(model.errors().at(TicketViewModel.DEVICES));
    takeoversField.showErrors(model.errors().at(TicketViewModel.TAKEOVERS));
    new FormFrame(root, ticketError, saveTicket).follow(model);
    model.sessions().subscribe(this::showSessions);
    showSessions();
  }

  @Override
  public Node firstField() {
    return ticketLabel;
  }

  @FXML
  private void onSave() {
    model.save(saved);
  }

  @FXML
  private void onClose() {
    close.run();
  }

  private void showSessions() {
    List<Node> rows = model.sessions().stream().map(this::row).toList();
    ticketSessions.getChildren().setAll(rows.isEmpty() ? List.of(nobody()) : rows);
  }

  private Node nobody() {
    Label nobody = new Label(words.texts().get("nobodyWatches"));
    nobody.getStyleClass().add("hint");
    return nobody;
  }

  private Node row(SessionView session) {
    Label device = new Label(model.device(session));
    device.getStyleClass().add("row-title");
    Label since =
        new Label(
            words
                .texts()
                .get(
                    "sessionSince",
                    words.formats().shortTime(session.sessionStarted()),
                    words.formats().time(session.lastHeartbeat())));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button release = new Button(words.texts().get("release"));
    release.setId("releaseSession");
    release.setMinWidth(Region.USE_PREF_SIZE);
    Able.when(release, model.releaseAllowed());
    release.setOnAction(event -> model.release(session));
    HBox row = new HBox(device, since, gap, release);
    row.getStyleClass().add("list-row");
    return row;
  }
}
