package dev.streamgate.server.foundation;

import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Recognises the account behind a request, by cookie or bearer token.
public interface StaffIdentity {
  Optional<StaffCaller> of(ServerRequest request);
}
