package dev.streamgate.server.foundation;

import dev.streamgate.model.content.ContentProblem;
import dev.streamgate.model.staff.StaffRole;
import io.helidon.http.HeaderNames;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/// Recognises partners: by the partner key or the internal one in `X-Internal-Api-Key`, or as a
/// signed-in owner or manager (API §3).
public final class Partners {
  private static final String UNAUTHORIZED = "Unauthorized";
  private static final String DENIED = "ACCESS_DENIED";

  private final StaffIdentity identity;
  private final List<byte[]> keys;
  private final RequestOrigins origins;

  public Partners(StaffIdentity identity, List<String> keys, RequestOrigins origins) {
    this.identity = identity;
    this.keys = keys.stream().map(key -> key.getBytes(StandardCharsets.UTF_8)).toList();
    this.origins = origins;
  }

  /// The partner behind a request, where strangers may ask as well.
  public Optional<PartnerCaller> of(ServerRequest request) {
    if (key(request).filter(this::isKey).isPresent()) {
      return Optional.of(PartnerCaller.BY_KEY);
    }
    return identity
        .of(request)
        .filter(staff -> !staff.mustChangePassword() && staff.role() != StaffRole.DOOR)
        .filter(staff -> !isForged(request))
        .map(staff -> new PartnerCaller(staff.username(), true));
  }

  /// Whether a request shows a key, right or wrong.
  public static boolean showsKey(ServerRequest request) {
    return key(request).isPresent();
  }

  /// The partner behind a request.
  ///
  /// @throws Problem 401 for a stranger, 403 for staff who are not let in here
  PartnerCaller admit(ServerRequest request) {
    Optional<PartnerCaller> partner = of(request);
    if (partner.isPresent()) {
      return partner.get();
    }
    Optional<StaffCaller> staff = showsKey(request) ? Optional.empty() : identity.of(request);
    throw staff.map(it -> refusal(it)).orElseGet(() -> unauthorized(request));
  }

  private static Problem refusal(StaffCaller staff) {
    if (staff.mustChangePassword()) {
      return forbidden("Password change required");
    }
    return forbidden(staff.role() == StaffRole.DOOR ? "Forbidden" : "Cross-site request refused");
  }

  private static Problem unauthorized(ServerRequest request) {
    boolean shown = showsKey(request) || request.headers().contains(HeaderNames.AUTHORIZATION);
    return Problem.of(
        Status.UNAUTHORIZED_401,
        ContentProblem.of(UNAUTHORIZED, shown ? "TOKEN_INVALID" : "TOKEN_MISSING"));
  }

  private static Problem forbidden(String error) {
    return Problem.of(Status.FORBIDDEN_403, ContentProblem.of(error, DENIED));
  }

  /// A page of another site cannot set the header of a bearer token, but it can make a browser send
  /// the cookie of a sign-in (API §4.1).
  private boolean isForged(ServerRequest request) {
    boolean changes = !request.prologue().method().text().equals("GET");
    return changes
        && !request.headers().contains(HeaderNames.AUTHORIZATION)
        && !RouteGate.isDeliberate(request, origins);
  }

  private static Optional<String> key(ServerRequest request) {
    return request.headers().value(RouteGate.INTERNAL_KEY);
  }

  private boolean isKey(String shown) {
    byte[] bytes = shown.getBytes(StandardCharsets.UTF_8);
    boolean known = false;
    for (byte[] key : keys) {
      known |= MessageDigest.isEqual(key, bytes);
    }
    return known;
  }
}
