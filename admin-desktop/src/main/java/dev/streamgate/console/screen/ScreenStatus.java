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
    switch (failure) {
      case ApiFailure.Unreachable _ -> disconnected();
      // The sign-in comes over the window, and the screen is asked for again after it.
      case ApiFailure.SignInEnded _ -> {}
      case ApiFailure.Refused _, ApiFailure.NotStreamGate _, ApiFailure.Broken _ ->
          state.set(ScreenState.FAILED);
    }
  }

  private void disconnected() {
    if (!hasContent()) {
      state.set(ScreenState.DISCONNECTED);
    }
  }

  private boolean hasContent() {
    return state.get() == ScreenState.CONTENT || state.get() == ScreenState.EMPTY;
  }
}
