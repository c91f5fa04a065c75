package dev.streamgate.server.content.http;

import dev.streamgate.model.content.AccessAnswer;
import dev.streamgate.model.content.AccessAnswer.Level;
import dev.streamgate.model.content.RequirementsAnswer;
import dev.streamgate.server.content.ContentAccess;
import dev.streamgate.server.content.Denial;
import dev.streamgate.server.content.http.ContentTokenHolder.Holder;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.PartnerCaller;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.playback.WatermarkBook;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Who may watch what, and what one needs for it, without doing anything (API §3).
public final class AccessRoutes {
  private final ContentAccess access;
  private final WatermarkBook watermarks;
  private final ContentTokenHolder holders;
  private final Callers callers;

  public AccessRoutes(
      ContentAccess access, WatermarkBook watermarks, ContentTokenHolder holders, Callers callers) {
    this.access = access;
    this.watermarks = watermarks;
    this.holders = holders;
    this.callers = callers;
  }

  public void register(RouteTable routes) {
    String breakdown = ContentCodes.ACCESS_CHECK_ERROR;
    routes
        .post(
            "/api/v1/content/{+contentId}/access",
            Access.ANYBODY,
            ContentAnswers.failingAs(breakdown, this::access))
        .get(
            "/api/v1/content/{+contentId}/requirements",
            Access.ANYBODY,
            ContentAnswers.failingAs(breakdown, this::requirements));
  }

  private void access(ServerRequest request, ServerResponse response) {
    String content = content(request);
    Optional<PartnerCaller> partner = callers.partner(request);
    ContentBody body = ContentBody.ifAny(request);
    Supplier<Optional<String>> inBody = () -> body.text("token");
    Optional<Holder> holder =
        (partner.isPresent()
                ? ShownToken.besideAuthorization(request, inBody)
                : ShownToken.of(request, inBody))
            .flatMap(holders::of);
    Optional<String> watermark = holder.map(Holder::sessionId).map(watermarks::idOf);
    AccessAnswer answer =
        answer(ask(request, content, body, partner, holder), watermark.orElse(null), response);
    ContentAnswers.send(request, response, answer);
  }

  private ContentAccess.Access ask(
      ServerRequest request,
      String content,
      ContentBody body,
      Optional<PartnerCaller> partner,
      Optional<Holder> holder) {
    Optional<String> code = body.text("code");
    if (code.isPresent()) {
      return access.byCode(
          content, code.get(), callers.device(request), callers.requester(request, partner));
    }
    Optional<String> viewer = body.text("viewerId");
    if (viewer.isPresent()) {
      if (partner.isEmpty()) {
        throw callers.notPartner(request);
      }
      return access.byViewer(content, viewer.get());
    }
    return access.byTicket(content, holder.map(Holder::ticket));
  }

  private static AccessAnswer answer(
      ContentAccess.Access found, @Nullable String watermark, ServerResponse response) {
    return switch (found) {
      case ContentAccess.Access.Full(Instant until) ->
          new AccessAnswer(true, List.of(), Level.FULL, until, watermark);
      case ContentAccess.Access.Not(Denial denial, boolean previewAvailable) ->
          new AccessAnswer(
              false,
              List.of(ContentProblems.sentence(denial)),
              previewAvailable ? Level.PREVIEW : Level.NONE,
              null,
              watermark);
      case ContentAccess.Access.TooManyAttempts(Duration wait) ->
          throw ContentProblems.tooMany(response, wait);
    };
  }

  private void requirements(ServerRequest request, ServerResponse response) {
    boolean preview =
        access.previewAvailable(content(request)).orElseThrow(ContentProblems::unknownContent);
    ContentAnswers.send(request, response, new RequirementsAnswer(true, "ticket", preview));
  }

  private static String content(ServerRequest request) {
    String content = request.path().pathParameters().get("contentId");
    if (content.isBlank()) {
      throw ContentProblems.of(
          Status.BAD_REQUEST_400, "contentId is required", ContentCodes.ACCESS_PARAMS_MISSING);
    }
    return content;
  }
}
