package dev.streamgate.console.shell;

import dev.streamgate.console.dialog.DialogLayer;
import dev.streamgate.console.dialog.Panels.Panel;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.shell.WindowViewModel.Content;
import dev.streamgate.console.signin.PasswordChangeView;
import dev.streamgate.console.signin.SignInView;
import dev.streamgate.console.signin.WelcomeView;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// The root of the window: one page at a time, and the layer of dialogs over it.
public final class WindowView {
  private final StackPane page = new StackPane();
  private final StackPane root;
  private final DialogLayer dialogs;
  private final Parent shell;
  private final Supplier<Loaded<WelcomeView>> welcome;
  private final Supplier<Loaded<SignInView>> signIn;
  private final Loaded<PasswordChangeView> passwordChange;
  private Runnable closeOver = () -> {};

  /// `signIn` makes a new form each time: it appears as a page as well as over the console.
  public WindowView(
      DialogLayer dialogs,
      Parent shell,
      Supplier<Loaded<WelcomeView>> welcome,
      Supplier<Loaded<SignInView>> signIn,
      Loaded<PasswordChangeView> passwordChange) {
    this.dialogs = dialogs;
    this.shell = shell;
    this.welcome = welcome;
    this.signIn = signIn;
    this.passwordChange = passwordChange;
    root = new StackPane(page, dialogs.root());
    root.getStyleClass().add("window");
  }

  public Parent root() {
    return root;
  }

  public void follow(WindowViewModel model) {
    model.contentProperty().addListener((_, _, content) -> show(content));
    show(model.contentProperty().get());
  }

  private void show(Content content) {
    closeOver.run();
    closeOver = () -> {};
    switch (content) {
      case WELCOME -> showPage(welcome.get().root());
      case SIGN_IN -> {
        Loaded<SignInView> form = signIn.get();
        showPage(form.root());
        form.view().firstField().requestFocus();
      }
      case CHANGE_PASSWORD -> showPasswordChange();
      case CONSOLE -> page.getChildren().setAll(shell);
      case SIGN_IN_AGAIN -> openSignIn();
    }
  }

  private void showPage(Parent form) {
    StackPane centred = new StackPane(form);
    centred.getStyleClass().add("sign-in-page");
    ((Region) form).setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    page.getChildren().setAll(centred);
  }

  /// A form that is still open, with what was typed in it, waits beneath.
  private void showPasswordChange() {
    if (dialogs.isOpen()) {
      openOver(passwordChange.root(), passwordChange.view().firstField(), () -> {});
    } else {
      showPage(passwordChange.root());
      passwordChange.view().firstField().requestFocus();
    }
  }

  /// Esc ends an attempt but does not close it: there is nothing to do without a sign-in.
  private void openSignIn() {
    Loaded<SignInView> form = signIn.get();
    openOver(form.root(), form.view().firstField(), form.view()::cancel);
  }

  private void openOver(Parent form, Node first, Runnable escape) {
    dialogs.open(remove -> {
      closeOver = remove;
      return new Panel((Region) form, first, escape);
    });
  }
}
