package dev.streamgate.console;

import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.signin.PasswordChangeView;
import dev.streamgate.console.signin.PasswordChangeViewModel;
import dev.streamgate.console.signin.SignInView;
import dev.streamgate.console.signin.SignInViewModel;
import java.util.List;

/// Makes the sign-in and the forced password change.
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

  Loaded<SignInView> signInForm() {
    List<String> known = outside.preferences().serverAddresses();
    return shared.views().load(SignInView.class, () -> new SignInView(signIn, known));
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
