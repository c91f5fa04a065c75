package dev.streamgate.server.playback.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.events.EventStatusResponse;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.playback.RedeemRequest;
import dev.streamgate.server.playback.Redemption;
import dev.streamgate.server.playback.RedemptionResult;
import dev.streamgate.server.playback.StatusAnswer;
import dev.streamgate.server.playback.StatusInquiry;
import dev.streamgate.server.sessions.DeviceKey;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.security.SecureRandom;
import java.util.Optional;

/// What a viewer without a session asks: to be let in, and how it stands with the event (API §2.2,
/// §2.6).
public final class ViewerRoutes {
  private final Redemption redemption;
  private final StatusInquiry inquiry;
  private final Admissions admissions;
  private final ViewerCookies cookies;
  private final Viewers viewers;
  private final SecureRandom random;

  public ViewerRoutes(
      Redemption redemption,
      StatusInquiry inquiry,
      Admissions admissions,
      ViewerCookies cookies,
      Viewers viewers,
      SecureRandom random) {
    this.redemption = redemption;
    this.inquiry = inquiry;
    this.admissions = admissions;
    this.cookies = cookies;
    this.viewers = viewers;
    this.random = random;
  }

  public void register(RouteTable routes) {
    routes
        .post("/api/tokens/validate", Access.ANYBODY, this::validate)
        .get("/api/events/{id}/status", Access.SELF_VERIFIED, this::status);
  }

  private void validate(ServerRequest request, ServerResponse response) {
    ValidateBody body = ValidateBody.of(JsonHttp.read(request, JsonNode.class));
    DeviceKey key = cookies.device(request).orElseGet(() -> DeviceKey.random(random));
    RedeemRequest wish =
        new RedeemRequest(
            body.code(),
            body.takeover(),
            body.eventId(),
            viewers.device(request, body.deviceName(), Optional.of(key)),
            cookies.playbackBaseUrl(request));
    switch (redemption.redeem(wish, viewers.requester(request))) {
      case RedemptionResult.Granted granted -> letIn(request, response, granted, key);
      case RedemptionResult.UnknownCode() -> throw ViewerProblems.unknownCode();
      case RedemptionResult.Denied(var refusal) -> throw ViewerProblems.denied(refusal);
      case RedemptionResult.InUse(var takeover) -> throw ViewerProblems.inUse(takeover);
      case RedemptionResult.TooManyAttempts(var wait) ->
          throw ViewerProblems.tooManyAttempts(response, wait);
    }
  }

  private void letIn(
      ServerRequest request,
      ServerResponse response,
      RedemptionResult.Granted granted,
      DeviceKey key) {
    cookies.rememberDevice(request, response, key);
    cookies.openMedia(request, response, granted.session().eventId(), granted.pass());
    JsonHttp.send(request, response, admissions.answer(granted, cookies.playbackBaseUrl(request)));
  }

  private void status(ServerRequest request, ServerResponse response) {
    StatusAnswer answer =
        inquiry.ask(
            request.path().pathParameters().get("id"),
            BearerToken.of(request),
            request.query().first("code").asOptional(),
            viewers.device(request, Optional.empty(), cookies.device(request)),
            viewers.requester(request));
    switch (answer) {
      case StatusAnswer.Found(Event event, var status) ->
          JsonHttp.send(
              request,
              response,
              new EventStatusResponse(
                  event.id().value(),
                  status,
                  event.schedule().startsAt(),
                  event.schedule().endsAt()));
      case StatusAnswer.UnknownCode() -> throw ViewerProblems.unknownCode();
      case StatusAnswer.UnknownEvent() -> throw Problem.notFound("Event not found");
      case StatusAnswer.TooManyAttempts(var wait) ->
          throw ViewerProblems.tooManyAttempts(response, wait);
    }
  }
}
