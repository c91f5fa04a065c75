package dev.streamgate.console.api;

import dev.streamgate.console.api.HttpServerCalls.Reader;
import dev.streamgate.model.staff.PasswordChangeRequest;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.staff.StaffSessionResponse;
import java.util.Map;

/// Signing in and out over HTTP (API §4.2).
public final class HttpStaffApi implements StaffApi {
  private final HttpServerCalls calls;

  public HttpStaffApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<SignInResponse> signIn(ServerAddress address, String username, String password) {
    calls.talkTo(address);
    Answer<SignInResponse> answer =
        calls.post(
            "/api/admin/login",
            new SignInRequest(username, password),
            Reader.data(SignInResponse.class));
    if (answer instanceof Answer.Given<SignInResponse>(SignInResponse signedIn)) {
      calls.signedIn(signedIn.token());
    }
    return answer;
  }

  @Override
  public Answer<Done> changePassword(String currentPassword, String newPassword) {
    return calls.post(
        "/api/admin/password",
        new PasswordChangeRequest(currentPassword, newPassword),
        answer -> Done.DONE);
  }

  @Override
  public Answer<StaffSessionResponse> session() {
    return calls.get("/api/admin/session", Reader.data(StaffSessionResponse.class));
  }

  @Override
  public Answer<Done> signOut() {
    Answer<Done> answer = calls.post("/api/admin/logout", Map.of(), done -> Done.DONE);
    calls.signedOut();
    return answer;
  }
}
