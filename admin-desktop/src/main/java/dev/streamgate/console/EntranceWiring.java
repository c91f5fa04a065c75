package dev.streamgate.console;

import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.signin.PasswordChangeView;
import dev.streamgate.console.signin.PasswordChangeViewModel;
import dev.streamgate.console.signin.SignInView;
import dev.streamgate.console.signin.SignInViewModel;
import dev.streamgate.console.signin.WelcomeView;
import java.util.List;

/// Makes the welcome, the sign-in and the forced password change.
final class EntranceWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final SignInViewModel signIn;
  private final PasswordChangeViewModel passwordChange;

  EntranceWiring(Surroundings outside, SharedParts shared) {
    this.outside = outside;
    this.shared = shared;
    signIn =
        new SignInViewModel(
            outside.apis().staff(),
            outside.tasks(),
            shared.texts(SignInViewModel.class),
            shared.failures(),
            firstAddress());
    passwordChange =
        new PasswordChangeViewModel(
            outside.apis().staff(),
            outside.tasks(),
            shared.texts(PasswordChangeViewModel.class),
            shared.failures());
  }

  SignInViewModel signIn() {
    return signIn;
  }

  PasswordChangeViewModel passwordChange() {
    return passwordChange;
  }

  /// Whether nobody has ever signed in from here, and no address was given at the start.
  boolean isFirstRun() {
    return outside.server().isEmpty() && outside.preferences().serverAddresses().isEmpty();
  }

  Loaded<WelcomeView> welcome(Runnable connect, Runnable host) {
    return shared.views().load(WelcomeView.class, () -> new WelcomeView(connect, host));
  }

  Loaded<SignInView> signInForm(Runnable host) {
    List<String> known = outside.preferences().serverAddresses();
    return shared.views().load(SignInView.class, () -> new SignInView(signIn, known, host));
  }

  Loaded<PasswordChangeView> passwordForm() {
    return shared
        .views()
        .load(PasswordChangeView.class, () -> new PasswordChangeView(passwordChange));
  }

  private String firstAddress() {
    return outside
        .server()
        .or(() -> outside.preferences().serverAddresses().stream().findFirst())
        .orElse(ServerAddress.DEFAULT.toString());
  }
}
