package dev.streamgate.console.shell;

import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.text.Catalogue;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One row for each task that runs: its name, how far it is, and Cancel.
record TaskStrip(VBox rows, Catalogue texts) {
  void follow(ObservableList<LongWork.Job> jobs) {
    jobs.subscribe(() -> show(jobs));
    show(jobs);
  }

  private void show(List<LongWork.Job> jobs) {
    rows.setVisible(!jobs.isEmpty());
    rows.setManaged(!jobs.isEmpty());
    rows.getChildren().setAll(jobs.stream().map(this::row).toList());
  }

  private HBox row(LongWork.Job job) {
    Label name = new Label(job.name());
    name.getStyleClass().add("task-name");
    ProgressBar bar = new ProgressBar();
    bar.progressProperty().bind(job.shareProperty());
    bar.setAccessibleText(job.name());
    Label detail = new Label();
    detail.textProperty().bind(job.detailProperty());
    detail.getStyleClass().add("hint");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    Button cancel = new Button(texts.get("cancel"));
    cancel.setId("taskCancel");
    cancel.setOnAction(event -> job.cancel());
    HBox row = new HBox(name, bar, detail, gap, cancel);
    row.getStyleClass().add("task-row");
    return row;
  }
}
