package dev.streamgate.console.screen;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.property.Property;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// A choice among values, or of none of them, under a word of its own such as "All events".
public final class OptionalChoice<T> {
  private final ComboBox<Optional<T>> box;

  private OptionalChoice(ComboBox<Optional<T>> box) {
    this.box = box;
  }

  public static <T> OptionalChoice<T> of(
      ComboBox<Optional<T>> box, String all, Function<T, String> words) {
    box.setConverter(
        new StringConverter<>() {
          @Override
          public String toString(Optional<T> value) {
            return value == null ? all : value.map(words).orElse(all);
          }

          @Override
          public Optional<T> fromString(String text) {
            throw new UnsupportedOperationException("the box is not editable");
          }
        });
    return new OptionalChoice<>(box);
  }

  public OptionalChoice<T> among(List<T> values) {
    offer(values);
    return this;
  }

  /// Follows a list that may change; the choice stays if it is still there.
  public OptionalChoice<T> following(ObservableList<T> values) {
    values.addListener((ListChangeListener<T>) change -> offer(values));
    return among(values);
  }

  public void into(Property<Optional<T>> choice) {
    box.valueProperty().bindBidirectional(choice);
  }

  private void offer(List<T> values) {
    List<Optional<T>> offered =
        Stream.concat(Stream.of(Optional.<T>empty()), values.stream().map(Optional::of)).toList();
    if (!offered.equals(box.getItems())) {
      Optional<T> chosen = box.getValue();
      box.getItems().setAll(offered);
      box.setValue(chosen != null && offered.contains(chosen) ? chosen : Optional.empty());
    }
  }
}
