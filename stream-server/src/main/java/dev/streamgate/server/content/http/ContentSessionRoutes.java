package dev.streamgate.server.content.http;

import dev.streamgate.model.content.RevokedSession;
import dev.streamgate.model.content.ViewerSessions;
import dev.streamgate.model.content.WatermarkAnswer;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.StaffPreviews;
import dev.streamgate.server.content.http.ContentTokenHolder.Holder;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.PartnerCaller;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.playback.WatermarkBook;
import dev.streamgate.server.playback.WatermarkRecord;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.ContentSeats;
import dev.streamgate.server.sessions.Session;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// The sessions of viewers, and the watermarks that lead back to them (API §3).
public final class ContentSessionRoutes {
  private static final Pattern VIEWER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0,35}");

  private final ContentSeats seats;
  private final StaffPreviews previews;
  private final Attendance attendance;
  private final WatermarkBook watermarks;
  private final ContentTokenHolder holders;
  private final Callers callers;

  public ContentSessionRoutes(
      ContentSeats seats,
      StaffPreviews previews,
      Attendance attendance,
      WatermarkBook watermarks,
      ContentTokenHolder holders,
      Callers callers) {
    this.seats = seats;
    this.previews = previews;
    this.attendance = attendance;
    this.watermarks = watermarks;
    this.holders = holders;
    this.callers = callers;
  }

  public void register(RouteTable routes) {
    String breakdown = ContentCodes.TOKEN_VALIDATION_ERROR;
    routes
        .post(
            "/api/v1/content/revoke-token",
            Access.SELF_VERIFIED,
            ContentAnswers.failingAs(breakdown, this::revoke))
        .get(
            "/api/v1/content/sessions/{viewerId}",
            Access.PARTNERS,
            ContentAnswers.failingAs(breakdown, this::sessions))
        .get(
            "/api/v1/content/watermark/{watermarkId}",
            Access.SELF_VERIFIED,
            ContentAnswers.failingAs(breakdown, this::watermark));
  }

  /// Strangers learn nothing of what a body must hold.
  private void revoke(ServerRequest request, ServerResponse response) {
    Optional<PartnerCaller> partner = callers.partner(request);
    Optional<String> own =
        partner.isPresent() ? Optional.empty() : Optional.of(holders.demandSession(request));
    String session = ContentBody.of(request).demanded("sessionId", "Session ID is required");
    if (own.filter(it -> !it.equals(session)).isPresent()) {
      throw ContentProblems.denied("This token is of another session");
    }
    Requester requester = callers.requester(request, partner);
    boolean revoked =
        seats.revoke(session, requester).isPresent() || previews.revoke(session, requester);
    ContentAnswers.send(request, response, new RevokedSession(revoked, session));
  }

  private void sessions(ServerRequest request, ServerResponse response) {
    String viewer = request.path().pathParameters().get("viewerId");
    if (!VIEWER_ID.matcher(viewer).matches()) {
      throw ContentProblems.invalid("Invalid viewer ID");
    }
    List<String> live = attendance.liveOf(viewer).stream().map(Session::id).toList();
    ContentAnswers.send(request, response, new ViewerSessions(viewer, live.size(), live));
  }

  private void watermark(ServerRequest request, ServerResponse response) {
    Holder holder = holders.demand(request);
    WatermarkRecord found =
        watermarks
            .find(request.path().pathParameters().get("watermarkId"))
            .orElseThrow(() ->
                ContentProblems.of(
                    Status.NOT_FOUND_404,
                    "Watermark configuration not found",
                    ContentCodes.NOT_FOUND));
    if (!found.sessionId().equals(holder.sessionId())) {
      throw ContentProblems.denied("This watermark is of another session");
    }
    ContentAnswers.send(
        request,
        response,
        new WatermarkAnswer(
            found.viewer(), found.sessionId(), found.recordedAt(), found.displayText()));
  }
}
