package dev.streamgate.console.edges;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.screen.Badges;
import dev.streamgate.console.screen.Columns;
import dev.streamgate.console.screen.IconButton;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.insight.ConsoleMessage;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/// The screen "Edges".
public final class EdgesView implements ScreenView {
  private final EdgesViewModel model;
  private final Catalogue texts;
  private final Formats formats;
  private final TableHabits habits;
  private final ObservableBooleanValue owner;

  @FXML private ScreenFrame frame;
  @FXML private TableView<EdgeResponse> edgesTable;
  @FXML private TableColumn<EdgeResponse, String> id;
  @FXML private TableColumn<EdgeResponse, String> address;
  @FXML private TableColumn<EdgeResponse, String> version;
  @FXML private TableColumn<EdgeResponse, EdgeResponse> lastSeen;
  @FXML private TableColumn<EdgeResponse, String> behind;
  @FXML private TableColumn<EdgeResponse, String> cursor;
  @FXML private TableColumn<EdgeResponse, String> confirmedIn;
  @FXML private TableColumn<EdgeResponse, EdgeResponse> rowActions;

  /// @param owner whether the staff may take an edge off the list
  public EdgesView(
      EdgesViewModel model,
      Catalogue texts,
      Formats formats,
      TableHabits habits,
      ObservableBooleanValue owner) {
    this.model = model;
    this.texts = texts;
    this.formats = formats;
    this.habits = habits;
    this.owner = owner;
  }

  @FXML
  private void initialize() {
    Columns.text(id, edge -> edge.sharedName() ? texts.get("shared", edge.id()) : edge.id());
    Columns.text(address, edge -> Formats.orNothing(edge.address()));
    Columns.text(version, edge -> Formats.orNothing(edge.version()));
    Columns.node(lastSeen, this::lastSeen, this::seen);
    Columns.number(behind, edge -> formats.number(edge.behind()));
    Columns.number(cursor, edge -> formats.number(edge.cursor()));
    Columns.number(confirmedIn, this::confirmed);
    Columns.node(rowActions, this::removeButton);
    rowActions.visibleProperty().bind(owner);
    habits.fill(edgesTable, model.edges(), EdgeResponse::id, frame, model.status(), model::refresh);
  }

  @Override
  public void refresh() {
    model.refresh();
  }

  @Override
  public void tick(boolean following) {
    if (following) {
      edgesTable.refresh();
    } else {
      model.refresh();
    }
  }

  @Override
  public void told(ConsoleMessage message) {
    model.told(message);
  }

  private String lastSeen(EdgeResponse edge) {
    String time = formats.time(edge.lastSeenAt());
    long seconds = model.quiet(edge).toSeconds();
    return switch (model.health(edge)) {
      case FINE -> texts.get("fine", time);
      case LATE -> texts.get("late", time, seconds);
      case LOST -> texts.get("lost", time, seconds / 60);
    };
  }

  private Node seen(EdgeResponse edge) {
    String colour =
        switch (model.health(edge)) {
          case FINE -> "badge-active";
          case LATE -> "badge-unused";
          case LOST -> "badge-revoked";
        };
    return Badges.of(lastSeen(edge), colour);
  }

  private String confirmed(EdgeResponse edge) {
    Long after = edge.confirmedAfterMs();
    return after == null ? Formats.NOTHING : texts.get("seconds", formats.seconds(after));
  }

  private Node removeButton(EdgeResponse edge) {
    Button button =
        IconButton.of(
            "removeEdge", "fth-trash-2", texts.get("removeFromList"), () -> model.remove(edge));
    Able.when(button, model.allowed());
    return button;
  }
}
