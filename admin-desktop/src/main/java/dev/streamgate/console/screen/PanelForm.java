package dev.streamgate.console.screen;

import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableStringValue;

/// What the form of a panel tells of itself.
public interface PanelForm {
  /// Whether it can be saved now.
  BooleanBinding ready();

  /// Whether it is being saved.
  BooleanProperty busyProperty();

  /// Why it was not saved; blank if nothing is wrong.
  ObservableStringValue errorProperty();
}
