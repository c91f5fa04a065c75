package dev.streamgate.server.content.http;

import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.PartnerCaller;
import dev.streamgate.server.foundation.Partners;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.playback.http.ViewerCookies;
import dev.streamgate.server.playback.http.Viewers;
import dev.streamgate.server.sessions.Device;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import java.util.Optional;

/// Names who calls the content API, and from which device.
public final class Callers {
  private final Partners partners;
  private final Requesters requesters;
  private final Viewers viewers;
  private final ViewerCookies cookies;

  public Callers(Partners partners, Requesters requesters, Viewers viewers, ViewerCookies cookies) {
    this.partners = partners;
    this.requesters = requesters;
    this.viewers = viewers;
    this.cookies = cookies;
  }

  /// The partner behind a request that strangers may send as well.
  Optional<PartnerCaller> partner(ServerRequest request) {
    return partners.of(request);
  }

  /// The partner that the gate let in.
  static PartnerCaller admitted(ServerRequest request) {
    return request.context().get(PartnerCaller.class).orElseThrow();
  }

  /// Why a stranger may not name a viewer: the key is wrong, or there is none.
  Problem notPartner(ServerRequest request) {
    return Partners.showsKey(request)
        ? ContentProblems.of(Status.UNAUTHORIZED_401, "Unauthorized", ContentCodes.TOKEN_INVALID)
        : ContentProblems.denied(ContentProblems.FOR_PARTNERS);
  }

  Requester requester(ServerRequest request, Optional<PartnerCaller> partner) {
    return requesters.named(partner.map(PartnerCaller::name).orElse("viewer"), request);
  }

  /// The device of a viewer, which may have a seat already.
  Device device(ServerRequest request) {
    return viewers.device(request, Optional.empty(), cookies.device(request));
  }

  /// The device of a partner's server, which watches nothing itself.
  Device server(ServerRequest request) {
    return viewers.device(request, Optional.empty(), Optional.empty());
  }
}
