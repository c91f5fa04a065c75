package dev.streamgate.console.screen;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.text.Catalogue;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// The state of one screen. What has once been loaded stays visible when the server goes away: the
/// window greys it and says since when.
public final class ScreenStatus {
  private final FailureTexts failures;
  private final ReadOnlyObjectWrapper<ScreenState> state =
      new ReadOnlyObjectWrapper<>(ScreenState.LOADING);
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");

  public ScreenStatus(FailureTexts failures) {
    this.failures = failures;
  }

  /// The words of the regions all screens share.
  public Catalogue texts() {
    return failures.texts();
  }

  public ReadOnlyObjectProperty<ScreenState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /// Why the screen failed.
  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// Loading is shown only when there is nothing to look at meanwhile.
  public void loading() {
    if (!hasContent()) {
      state.set(ScreenState.LOADING);
    }
  }

  public void loaded(boolean empty) {
    state.set(empty ? ScreenState.EMPTY : ScreenState.CONTENT);
  }

  public void failed(ApiFailure failure) {
    message.set(failures.of(failure));
    boolean lost =
        failure instanceof ApiFailure.Unreachable || failure instanceof ApiFailure.SignInEnded;
    if (!lost) {
      state.set(ScreenState.FAILED);
    } else if (!hasContent()) {
      state.set(ScreenState.DISCONNECTED);
    }
  }

  /// Forgets what another sign-in loaded.
  public void reset() {
    state.set(ScreenState.LOADING);
  }

  private boolean hasContent() {
    return state.get() == ScreenState.CONTENT || state.get() == ScreenState.EMPTY;
  }
}
