package dev.streamgate.console.shell;

import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.signin.PasswordChangeViewModel;
import dev.streamgate.console.signin.SignInViewModel;
import dev.streamgate.console.signin.SignInViewModel.SignedIn;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.model.staff.SignInResponse.Account;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window shows as a whole, and the way from one to the next.
public final class WindowViewModel {
  /// What fills the window. Signing in again lies over the console, whose forms keep their input.
  public enum Content {
    WELCOME,
    SIGN_IN,
    CHANGE_PASSWORD,
    CONSOLE,
    SIGN_IN_AGAIN
  }

  private final SignInViewModel signIn;
  private final PasswordChangeViewModel passwordChange;
  private final ShellViewModel shell;
  private final Preferences preferences;
  private final TaskRunner tasks;
  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(Content.SIGN_IN);
  private Optional<SignedIn> session = Optional.empty();

  public WindowViewModel(
      SignInViewModel signIn,
      PasswordChangeViewModel passwordChange,
      ShellViewModel shell,
      Preferences preferences,
      TaskRunner tasks) {
    this.signIn = signIn;
    this.passwordChange = passwordChange;
    this.shell = shell;
    this.preferences = preferences;
    this.tasks = tasks;
    signIn.onSignedIn(this::signedIn);
    passwordChange.onChanged(this::enter);
    shell.onSignedOut(this::signedOut);
  }

  /// Begins with the two choices of somebody who has no server yet.
  public void welcome() {
    content.set(Content.WELCOME);
  }

  /// Goes on to the sign-in at a server.
  public void connect(String address) {
    signIn.serverUrlProperty().set(address);
    content.set(Content.SIGN_IN);
  }

  /// Who is signed in; empty if nobody is.
  public Optional<SignedIn> session() {
    return session;
  }

  /// Goes on where another window, in another language, has been.
  public void goOn(SignedIn signedIn, Destination place) {
    session = Optional.of(signedIn);
    content.set(Content.CONSOLE);
    shell.open(signedIn.server(), signedIn.answer().account(), Optional.of(place));
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /// The server no longer knows the sign-in.
  public void signInEnded() {
    if (content.get() == Content.CONSOLE) {
      shell.pause();
      signIn.againProperty().set(true);
      content.set(Content.SIGN_IN_AGAIN);
    }
  }

  private void signedIn(SignedIn signedIn) {
    if (signedIn.answer().mustChangePassword()) {
      passwordChange.begin(signedIn);
      content.set(Content.CHANGE_PASSWORD);
    } else {
      enter(signedIn);
    }
  }

  private void enter(SignedIn signedIn) {
    Account account = signedIn.answer().account();
    boolean resuming = signIn.againProperty().get();
    signIn.againProperty().set(false);
    session = Optional.of(signedIn);
    content.set(Content.CONSOLE);
    if (resuming) {
      shell.resume(account);
    } else {
      remember(signedIn.server().toString());
      shell.open(signedIn.server(), account, Optional.empty());
    }
  }

  private void signedOut() {
    session = Optional.empty();
    signIn.againProperty().set(false);
    content.set(Content.SIGN_IN);
  }

  private void remember(String address) {
    tasks.run(
        () -> {
          preferences.rememberServer(address);
          return address;
        },
        done -> {},
        defect -> {});
  }
}
