package dev.streamgate.server.sessions.http;

import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.sessions.Device;
import dev.streamgate.server.sessions.Session;
import dev.streamgate.server.sessions.UserAgent;
import dev.streamgate.server.sessions.Watching;
import java.util.List;

/// Shows sessions to staff (API §4.3, §4.4).
public final class SessionViews {
  private SessionViews() {}

  /// Sessions as this account may see them: the door learns no addresses.
  public static List<SessionView> of(List<Session> sessions, StaffCaller caller) {
    boolean showAddress = caller.role() != StaffRole.DOOR;
    return sessions.stream().map(session -> view(session, showAddress)).toList();
  }

  /// One session with its ticket and event.
  public static LiveSessionView of(Watching watching) {
    Session session = watching.session();
    Device device = session.device();
    UserAgent userAgent = UserAgent.of(device.userAgent());
    return new LiveSessionView(
        session.eventId(),
        watching.eventTitle(),
        session.id(),
        session.ticketId(),
        watching.code().value(),
        watching.label(),
        device.address(),
        device.userAgent(),
        userAgent.browser().orElse(null),
        userAgent.os().orElse(null),
        device.name(),
        session.kind().wireName(),
        session.lastHeartbeat(),
        session.createdAt(),
        watching.redeemedAt());
  }

  private static SessionView view(Session session, boolean showAddress) {
    Device device = session.device();
    UserAgent userAgent = UserAgent.of(device.userAgent());
    return new SessionView(
        session.id(),
        session.kind().wireName(),
        showAddress ? device.address() : null,
        device.userAgent(),
        userAgent.browser().orElse(null),
        userAgent.os().orElse(null),
        device.name(),
        session.lastHeartbeat(),
        session.createdAt());
  }
}
