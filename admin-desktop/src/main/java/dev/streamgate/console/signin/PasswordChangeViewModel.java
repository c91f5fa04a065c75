package dev.streamgate.console.signin;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.StaffApi;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.signin.SignInViewModel.SignedIn;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.SignInResponse;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// The change of a password the server demands before anything else.
public final class PasswordChangeViewModel {
  /// Spec, rules §11; the server counts bytes, and refuses more than 72.
  private static final int SHORTEST = 8;

  private final StaffApi staff;
  private final TaskRunner tasks;
  private final Catalogue texts;
  private final FailureTexts failures;
  private final StringProperty current = new SimpleStringProperty("");
  private final StringProperty chosen = new SimpleStringProperty("");
  private final StringProperty repeated = new SimpleStringProperty("");
  private final StringProperty error = new SimpleStringProperty("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private @Nullable SignedIn before;
  private Consumer<SignedIn> whenChanged = signedIn -> {};

  public PasswordChangeViewModel(
      StaffApi staff, TaskRunner tasks, Catalogue texts, FailureTexts failures) {
    this.staff = staff;
    this.tasks = tasks;
    this.texts = texts;
    this.failures = failures;
  }

  public StringProperty currentProperty() {
    return current;
  }

  public StringProperty chosenProperty() {
    return chosen;
  }

  public StringProperty repeatedProperty() {
    return repeated;
  }

  public StringProperty errorProperty() {
    return error;
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  public BooleanBinding ready() {
    return busy.not().and(current.isNotEmpty()).and(chosen.isNotEmpty()).and(repeated.isNotEmpty());
  }

  public void onChanged(Consumer<SignedIn> action) {
    whenChanged = action;
  }

  /// Opens the form for somebody who has just signed in; the current password is the one typed
  /// then.
  public void begin(SignedIn signedIn) {
    before = signedIn;
    current.set(signedIn.password());
    chosen.set("");
    repeated.set("");
    error.set("");
  }

  public void change() {
    if (chosen.get().length() < SHORTEST) {
      error.set(texts.get("passwordTooShort"));
    } else if (!chosen.get().equals(repeated.get())) {
      error.set(texts.get("passwordsDiffer"));
    } else if (before != null && ready().get()) {
      send(before, current.get(), chosen.get());
    }
  }

  /// A changed password ends all sign-ins of the account (Spec, rules §11), so this signs in anew.
  private void send(SignedIn signedIn, String oldPassword, String newPassword) {
    error.set("");
    busy.set(true);
    String username = signedIn.answer().account().username();
    tasks.run(
        () ->
            staff
                .changePassword(oldPassword, newPassword)
                .then(done -> staff.signIn(signedIn.server(), username, newPassword)),
        answer -> answered(signedIn, answer),
        defect -> failed(new ApiFailure.Broken(defect.toString())));
  }

  private void answered(SignedIn signedIn, Answer<SignInResponse> answer) {
    switch (answer) {
      case Answer.Given<SignInResponse>(SignInResponse anew) -> {
        busy.set(false);
        forget();
        whenChanged.accept(new SignedIn(signedIn.server(), anew, ""));
      }
      case Answer.Failed<SignInResponse>(ApiFailure failure) -> failed(failure);
    }
  }

  private void failed(ApiFailure failure) {
    busy.set(false);
    error.set(failures.of(failure));
  }

  private void forget() {
    before = null;
    current.set("");
    chosen.set("");
    repeated.set("");
  }
}
