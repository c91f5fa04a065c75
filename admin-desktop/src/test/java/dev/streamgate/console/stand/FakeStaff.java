package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.Done;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.api.StaffApi;
import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.staff.SignInResponse.Account;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.model.staff.StaffSessionResponse;
import java.time.Duration;

/// One account, `admin` with the password "right".
public final class FakeStaff implements StaffApi {
  private final FakeServer server;
  private StaffRole role = StaffRole.OWNER;
  private String password = "right";
  private boolean mustChange;
  private boolean signedIn;

  FakeStaff(FakeServer server) {
    this.server = server;
  }

  public void hasRole(StaffRole other) {
    role = other;
  }

  public void mustChangePassword() {
    mustChange = true;
  }

  public boolean isSignedIn() {
    return signedIn;
  }

  @Override
  public Answer<SignInResponse> signIn(ServerAddress address, String username, String typed) {
    return server.answer(
        "signIn",
        () -> {
          if (!username.equals("admin") || !typed.equals(password)) {
            return Answer.failed(new ApiFailure.Refused(401, "Invalid credentials"));
          }
          signedIn = true;
          return Answer.of(
              new SignInResponse(
                  true,
                  "secret",
                  Samples.NOW.plus(Duration.ofHours(8)),
                  mustChange,
                  new Account("acc-1", username, role)));
        });
  }

  @Override
  public Answer<Done> changePassword(String currentPassword, String newPassword) {
    return server.answer(
        "changePassword",
        () -> {
          if (!currentPassword.equals(password)) {
            return Answer.failed(new ApiFailure.Refused(401, "Invalid credentials"));
          }
          password = newPassword;
          mustChange = false;
          return Answer.of(Done.DONE);
        });
  }

  @Override
  public Answer<StaffSessionResponse> session() {
    return server.answer(
        "session",
        () -> Answer.of(new StaffSessionResponse(signedIn, "admin", role, null, mustChange)));
  }

  @Override
  public Answer<Done> signOut() {
    signedIn = false;
    return server.answer("signOut", () -> Answer.of(Done.DONE));
  }
}
