package dev.streamgate.console.shell;

import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.signin.PasswordChangeViewModel;
import dev.streamgate.console.signin.SignInViewModel;
import dev.streamgate.console.signin.SignInViewModel.SignedIn;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.SignInResponse.Account;
import dev.streamgate.model.staff.StaffRole;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What the window shows as a whole, and the way from one to the next.
public final class WindowViewModel {
  /// What fills the window. Signing in again lies over the console, whose forms keep their input.
  public enum Content {
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
  private final Catalogue texts;
  private final ReadOnlyObjectWrapper<Content> content =
      new ReadOnlyObjectWrapper<>(Content.SIGN_IN);

  public WindowViewModel(
      SignInViewModel signIn,
      PasswordChangeViewModel passwordChange,
      ShellViewModel shell,
      Preferences preferences,
      TaskRunner tasks,
      Catalogue texts) {
    this.signIn = signIn;
    this.passwordChange = passwordChange;
    this.shell = shell;
    this.preferences = preferences;
    this.tasks = tasks;
    this.texts = texts;
    signIn.onSignedIn(this::signedIn);
    passwordChange.onChanged(this::enter);
    shell.onSignedOut(this::signedOut);
  }

  public ReadOnlyObjectProperty<Content> contentProperty() {
    return content.getReadOnlyProperty();
  }

  /// The server no longer knows the sign-in.
  public void signInEnded() {
    if (content.get() == Content.CONSOLE) {
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
    if (account.role() == StaffRole.DOOR) {
      refuseDoor(account);
      return;
    }
    boolean resuming = content.get() == Content.SIGN_IN_AGAIN;
    signIn.againProperty().set(false);
    content.set(Content.CONSOLE);
    if (resuming) {
      shell.resume(account);
    } else {
      remember(signedIn.server().toString());
      shell.open(signedIn.server(), account);
    }
  }

  /// A door account may use the door screen only, and so may not enter any of these.
  private void refuseDoor(Account account) {
    shell.signOut();
    signIn.fail(texts.get("doorOnly", account.username()));
  }

  private void signedOut() {
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
