package dev.streamgate.console.signin;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.api.StaffApi;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.SignInResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Signing in at a server, for the first time or again after a sign-in has ended.
public final class SignInViewModel {
  /// A sign-in that succeeded, with the password just typed in case it must be changed at once.
  public record SignedIn(ServerAddress server, SignInResponse answer, String password) {}

  private final StaffApi staff;
  private final TaskRunner tasks;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final RetryPause pause;

  private final StringProperty serverUrl = new SimpleStringProperty();
  private final StringProperty username = new SimpleStringProperty(SignInRequest.DEFAULT_USERNAME);
  private final StringProperty password = new SimpleStringProperty("");
  private final StringProperty error = new SimpleStringProperty("");
  private final BooleanProperty again = new SimpleBooleanProperty();
  private final BooleanProperty unreachable = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private Running attempt = Running.NOTHING;
  private Consumer<SignedIn> whenSignedIn = signedIn -> {};

  public SignInViewModel(
      StaffApi staff, TaskRunner tasks, Catalogue texts, FailureTexts failures, String address) {
    this.staff = staff;
    this.tasks = tasks;
    this.texts = texts;
    this.failures = failures;
    this.pause = new RetryPause(tasks);
    serverUrl.set(address);
  }

  public StringProperty serverUrlProperty() {
    return serverUrl;
  }

  public StringProperty usernameProperty() {
    return username;
  }

  public StringProperty passwordProperty() {
    return password;
  }

  /// What went wrong, blank if nothing did.
  public StringProperty errorProperty() {
    return error;
  }

  /// Whether this is the sign-in over a window whose sign-in has ended; the server is fixed then.
  public BooleanProperty againProperty() {
    return again;
  }

  /// Whether the last attempt found no server, and trying again makes sense.
  public BooleanProperty unreachableProperty() {
    return unreachable;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /// Whether what is typed here could be read on its way.
  public BooleanBinding notEncrypted() {
    return Bindings.createBooleanBinding(
        () -> ServerAddress.read(serverUrl.get()).filter(ServerAddress::isOpenToOthers).isPresent(),
        serverUrl);
  }

  /// Whether "Sign In" can be pressed.
  public BooleanBinding ready() {
    return busy.not().and(password.isNotEmpty()).and(pause.secondsProperty().isEqualTo(0));
  }

  public void onSignedIn(Consumer<SignedIn> action) {
    whenSignedIn = action;
  }

  public void signIn() {
    Optional<ServerAddress> address = ServerAddress.read(serverUrl.get());
    if (address.isEmpty()) {
      fail(texts.get("addressInvalid"));
    } else if (ready().get()) {
      signInAt(address.get(), password.get());
    }
  }

  /// Forgets the attempt under way.
  public void cancel() {
    attempt.cancel();
    busy.set(false);
  }

  /// Shows a message in place of an attempt's.
  public void fail(String message) {
    error.set(message);
  }

  private void signInAt(ServerAddress address, String typed) {
    error.set("");
    unreachable.set(false);
    busy.set(true);
    attempt =
        tasks.run(
            () -> staff.signIn(address, username.get().trim(), typed),
            answer -> answered(address, typed, answer),
            defect -> failed(address, new ApiFailure.Broken(defect.toString())));
  }

  private void answered(ServerAddress address, String typed, Answer<SignInResponse> answer) {
    switch (answer) {
      case Answer.Given<SignInResponse>(SignInResponse signedIn) -> {
        busy.set(false);
        password.set("");
        whenSignedIn.accept(new SignedIn(address, signedIn, typed));
      }
      case Answer.Failed<SignInResponse>(ApiFailure failure) -> failed(address, failure);
    }
  }

  private void failed(ServerAddress address, ApiFailure failure) {
    busy.set(false);
    switch (failure) {
      case ApiFailure.Unreachable _ -> {
        unreachable.set(true);
        error.set(texts.get("unreachable", address));
      }
      case ApiFailure.Refused(_, String message, Optional<Duration> wait) when wait.isPresent() ->
          pause.begin(
              wait.get(),
              seconds -> error.set(texts.get("wait", message, seconds)),
              () -> error.set(""));
      default -> error.set(failures.of(failure));
    }
  }
}
