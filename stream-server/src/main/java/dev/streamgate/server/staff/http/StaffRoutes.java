package dev.streamgate.server.staff.http;

import dev.streamgate.model.staff.PasswordChangeRequest;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.SignInResponse;
import dev.streamgate.model.staff.StaffSessionResponse;
import dev.streamgate.model.staff.Success;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.guard.AddressGroup;
import dev.streamgate.server.guard.Decision.Refused;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.staff.PasswordChanges;
import dev.streamgate.server.staff.SignInOutcome.InvalidCredentials;
import dev.streamgate.server.staff.SignInOutcome.SignedIn;
import dev.streamgate.server.staff.SignIns;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.StaffSignIn;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;

/// Signing in and out, and one's own password (API §4.2).
public final class StaffRoutes {
  private static final String STRANGER = "stranger";

  private final SignIns signIns;
  private final PasswordChanges passwords;
  private final StaffSignInCookie cookie;
  private final Requesters requesters;
  private final RequestOrigins origins;
  private final RateLimit attempts;

  /// @param attempts how often one address may try to sign in
  public StaffRoutes(
      SignIns signIns,
      PasswordChanges passwords,
      StaffSignInCookie cookie,
      Requesters requesters,
      RequestOrigins origins,
      RateLimit attempts) {
    this.signIns = signIns;
    this.passwords = passwords;
    this.cookie = cookie;
    this.requesters = requesters;
    this.origins = origins;
    this.attempts = attempts;
  }

  public void register(RouteTable routes) {
    routes
        .post("/api/admin/login", Access.ANYBODY, this::signIn)
        .post("/api/admin/logout", Access.SIGNED_IN, this::signOut)
        .get("/api/admin/session", Access.ANYBODY, this::session)
        .post("/api/admin/password", Access.SIGNED_IN, this::changePassword);
  }

  private void signIn(ServerRequest request, ServerResponse response) {
    limitAttempts(request, response);
    SignInRequest wanted = JsonHttp.read(request, SignInRequest.class);
    String username = Optional.ofNullable(wanted.username()).orElse(SignInRequest.DEFAULT_USERNAME);
    String password =
        Optional.ofNullable(wanted.password())
            .filter(text -> !text.isEmpty())
            .orElseThrow(() -> Problem.badRequest("Password is required"));
    Requester stranger = requesters.named(STRANGER, request);
    switch (signIns.signIn(username, password, stranger)) {
      case SignedIn signedIn -> {
        response.headers().addCookie(cookie.set(request, signedIn.token()));
        JsonHttp.sendData(request, response, answer(signedIn));
      }
      case InvalidCredentials invalid ->
          throw Problem.of(Status.UNAUTHORIZED_401, "Invalid credentials");
    }
  }

  private void limitAttempts(ServerRequest request, ServerResponse response) {
    String address = AddressGroup.of(origins.clientAddress(request));
    if (attempts.tryAcquire(address) instanceof Refused refused) {
      response.header(HeaderNames.RETRY_AFTER, Long.toString(refused.retryAfterSeconds()));
      throw Problem.of(
          Status.TOO_MANY_REQUESTS_429, "Too many login attempts. Please try again later.");
    }
  }

  private void signOut(ServerRequest request, ServerResponse response) {
    StaffSignInCookie.token(request)
        .ifPresent(token -> signIns.signOut(token, requesters.staff(request)));
    response.headers().addCookie(cookie.clear(request));
    JsonHttp.sendData(request, response, Success.YES);
  }

  private void session(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(
        request,
        response,
        cookie.signIn(request).map(StaffRoutes::answer).orElse(StaffSessionResponse.SIGNED_OUT));
  }

  private void changePassword(ServerRequest request, ServerResponse response) {
    PasswordChangeRequest wanted = JsonHttp.read(request, PasswordChangeRequest.class);
    StaffCaller caller = request.context().get(StaffCaller.class).orElseThrow();
    String current = Optional.ofNullable(wanted.currentPassword()).orElse("");
    String replacement = Optional.ofNullable(wanted.newPassword()).orElse("");
    switch (passwords.change(caller.username(), current, replacement, requesters.staff(request))) {
      case CHANGED -> JsonHttp.sendData(request, response, Success.YES);
      case TOO_SHORT -> throw Problem.badRequest(AccountWords.PASSWORD_TOO_SHORT);
      case TOO_LONG -> throw Problem.badRequest(AccountWords.PASSWORD_TOO_LONG);
      case UNCHANGED -> throw Problem.badRequest("The new password must be another one");
      case WRONG_CURRENT_PASSWORD ->
          throw Problem.of(Status.UNAUTHORIZED_401, "Invalid credentials");
      case SET_BY_CONFIGURATION ->
          throw Problem.of(Status.CONFLICT_409, AccountWords.PASSWORD_FIXED);
    }
  }

  private static SignInResponse answer(SignedIn signedIn) {
    StaffAccount account = signedIn.account();
    return new SignInResponse(
        true,
        signedIn.token(),
        signedIn.expiresAt(),
        account.mustChangePassword(),
        new SignInResponse.Account(account.id(), account.username(), account.role()));
  }

  private static StaffSessionResponse answer(StaffSignIn signIn) {
    StaffAccount account = signIn.account();
    return new StaffSessionResponse(
        true, account.username(), account.role(), signIn.expiresAt(), account.mustChangePassword());
  }
}
