package dev.streamgate.server.staff.http;

import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.foundation.StaffIdentity;
import dev.streamgate.server.staff.SignIns;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.StaffSignIn;
import io.helidon.http.HeaderNames;
import io.helidon.http.SetCookie;
import io.helidon.webserver.http.ServerRequest;
import java.time.Instant;
import java.util.Optional;

/// Carries a sign-in between browser or console and server: cookie `admin_session`, or the same
/// token as a bearer token (API §1.5).
public final class StaffSignInCookie implements StaffIdentity {
  private static final String NAME = "admin_session";
  private static final String BEARER = "Bearer ";

  private final SignIns signIns;
  private final RequestOrigins origins;

  public StaffSignInCookie(SignIns signIns, RequestOrigins origins) {
    this.signIns = signIns;
    this.origins = origins;
  }

  @Override
  public Optional<StaffCaller> of(ServerRequest request) {
    return signIn(request).map(StaffSignIn::account).map(StaffSignInCookie::caller);
  }

  /// The sign-in in force behind a request.
  Optional<StaffSignIn> signIn(ServerRequest request) {
    return token(request).flatMap(signIns::identify);
  }

  /// The name under which the sign-in behind a request is stored.
  public Optional<String> storedName(ServerRequest request) {
    return token(request).flatMap(signIns::storedName);
  }

  /// The token a request carries, whether it is good or not.
  static Optional<String> token(ServerRequest request) {
    Optional<String> bearer =
        request
            .headers()
            .value(HeaderNames.AUTHORIZATION)
            .filter(value -> value.startsWith(BEARER))
            .map(value -> value.substring(BEARER.length()));
    return bearer.or(() -> request.headers().cookies().first(NAME).asOptional());
  }

  SetCookie set(ServerRequest request, String token) {
    return cookie(request, token).maxAge(SignIns.LIFE).build();
  }

  /// Ends the cookie by a date long past; the library leaves out a `Max-Age` of zero.
  SetCookie clear(ServerRequest request) {
    return cookie(request, "").expires(Instant.EPOCH).build();
  }

  private SetCookie.Builder cookie(ServerRequest request, String value) {
    return SetCookie.builder(NAME, value)
        .httpOnly(true)
        .sameSite(SetCookie.SameSite.STRICT)
        .path("/")
        .secure(origins.isHttps(request));
  }

  private static StaffCaller caller(StaffAccount account) {
    return new StaffCaller(
        account.id(), account.username(), account.role(), account.mustChangePassword());
  }
}
