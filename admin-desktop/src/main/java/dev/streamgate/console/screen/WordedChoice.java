package dev.streamgate.console.screen;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// A choice among a few fixed values, shown in the words of the staff.
public final class WordedChoice {
  private WordedChoice() {}

  public static <T> void bind(
      ComboBox<T> box, List<T> values, Function<? super T, String> words, Property<T> choice) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(T value) {
            return value == null ? "" : words.apply(value);
          }

          @Override
          public T fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    box.getItems().setAll(values);
    box.valueProperty().bindBidirectional(choice);
  }
}
