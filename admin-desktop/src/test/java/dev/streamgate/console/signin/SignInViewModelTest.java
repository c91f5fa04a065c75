package dev.streamgate.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.signin.SignInViewModel.SignedIn;
import dev.streamgate.console.stand.Desk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInViewModelTest {
  private final Desk desk = new Desk();
  private final List<SignedIn> signedIn = new ArrayList<>();
  private final SignInViewModel model =
      new SignInViewModel(
          desk.server.apis().staff(),
          desk.tasks,
          Desk.texts(SignInViewModel.class),
          desk.failures,
          "localhost:8080");

  SignInViewModelTest() {
    model.onSignedIn(signedIn::add);
  }

  @Test
  void thePasswordIsForgottenOnceItHasBeenUsed() {
    model.passwordProperty().set("right");
    model.signIn();
    assertThat(signedIn).hasSize(1);
    assertThat(signedIn.getFirst().server()).hasToString("http://localhost:8080");
    assertThat(model.passwordProperty().get()).isEmpty();
  }

  @Test
  void aLimitCountsDownAndHoldsTheButton() {
    desk.server.failsWith(
        new ApiFailure.Refused(
            429,
            "Too many login attempts. Please try again later.",
            Optional.of(Duration.ofSeconds(3))));
    model.passwordProperty().set("wrong");
    model.signIn();
    assertThat(model.errorProperty().get())
        .isEqualTo("Too many login attempts. Please try again later. (3 s)");
    assertThat(model.ready().get()).isFalse();
    desk.tasks.pass(Duration.ofSeconds(3));
    assertThat(model.errorProperty().get()).isEmpty();
    assertThat(model.ready().get()).isTrue();
  }

  @Test
  void aCancelledAttemptIsForgotten() {
    desk.tasks.hold();
    model.passwordProperty().set("right");
    model.signIn();
    assertThat(model.busyProperty().get()).isTrue();
    model.cancel();
    desk.tasks.release();
    assertThat(model.busyProperty().get()).isFalse();
    assertThat(signedIn).isEmpty();
  }

  @Test
  void onlyAForeignHostOverPlainHttpIsWarnedAbout() {
    assertThat(model.notEncrypted().get()).isFalse();
    model.serverUrlProperty().set("http://gate.example.com");
    assertThat(model.notEncrypted().get()).isTrue();
    model.serverUrlProperty().set("gate.example.com");
    assertThat(model.notEncrypted().get()).isFalse();
  }

  @Test
  void somethingElseThanAnAddressIsRefusedWithoutACall() {
    model.serverUrlProperty().set("not an address");
    model.passwordProperty().set("right");
    model.signIn();
    assertThat(model.errorProperty().get()).isEqualTo("This is not a server address.");
    assertThat(desk.server.asked()).isEmpty();
  }
}
