package dev.streamgate.console.dialog;

import dev.streamgate.console.dialog.Question.Guard;
import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.prose.Prose;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question with its two answers; built in code, since its parts depend on the question.
final class QuestionCard {
  private final VBox root = new VBox();
  private final Button no;
  private final Button yes;
  private Node focusFirst;
  private Consumer<Boolean> answer = agreed -> {};

  QuestionCard(Question question) {
    no = button(question.no(), "dialogCancel", false);
    no.setDefaultButton(true);
    yes = button(question.yes(), "dialogConfirm", true);
    yes.getStyleClass().add("danger");
    focusFirst = no;
    root.getStyleClass().add("dialog-card");
    Label text = prose(question.text(), "dialog-text");
    text.setId("dialogText");
    root.getChildren().addAll(styled(question.title(), "dialog-title"), text);
    guard(question.guard());
    HBox buttons = new HBox(no, yes);
    buttons.getStyleClass().add("dialog-buttons");
    root.getChildren().add(buttons);
  }

  Region root() {
    return root;
  }

  /// The harmless button, or the field that must be filled in first.
  Node focusFirst() {
    return focusFirst;
  }

  void onAnswer(Consumer<Boolean> action) {
    answer = action;
  }

  void decline() {
    answer.accept(false);
  }

  private void guard(Guard guard) {
    switch (guard) {
      case Guard.None _ -> {}
      case Guard.Acknowledge(String sentence) -> {
        CheckBox box = new CheckBox();
        box.setId("deleteAcknowledge");
        box.setAccessibleText(sentence);
        Able.when(yes, box.selectedProperty(), Reason.NOT_ACKNOWLEDGED);
        Prose words = prose(sentence, "dialog-text");
        words.setOnMouseClicked(event -> box.fire());
        root.getChildren().add(new HBox(8, box, words));
      }
      case Guard.Type(String expected) -> {
        TextField typed = new TextField();
        typed.setId("deleteTitle");
        typed.setAccessibleText(expected);
        Able.when(yes, Bindings.equal(expected, typed.textProperty()), Reason.NOT_TYPED);
        root.getChildren().addAll(prose(expected, "dialog-expected"), typed);
        focusFirst = typed;
      }
    }
  }

  private Button button(String label, String id, boolean agreed) {
    Button button = new Button(label);
    button.setId(id);
    button.setOnAction(event -> answer.accept(agreed));
    return button;
  }

  private static Prose prose(String text, String styleClass) {
    Prose prose = new Prose(text);
    prose.getStyleClass().add(styleClass);
    return prose;
  }

  private static Label styled(String text, String styleClass) {
    Label label = new Label(text);
    label.getStyleClass().add(styleClass);
    return label;
  }
}
