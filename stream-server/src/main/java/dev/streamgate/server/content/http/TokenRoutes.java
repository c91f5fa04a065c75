package dev.streamgate.server.content.http;

import dev.streamgate.model.content.IssuedToken;
import dev.streamgate.model.content.TokenIntrospection;
import dev.streamgate.model.content.TokenIntrospection.Payload;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.ContentPass;
import dev.streamgate.server.content.Introspection;
import dev.streamgate.server.content.Introspection.Flaw;
import dev.streamgate.server.content.Introspection.Worth;
import dev.streamgate.server.content.SignedPlaylists;
import dev.streamgate.server.content.TokenIssue;
import dev.streamgate.server.content.TokenResult;
import dev.streamgate.server.content.TokenWish;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.PartnerCaller;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.AddressGroup;
import dev.streamgate.server.guard.Decision.Refused;
import dev.streamgate.server.guard.RateLimit;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tokens of the content API: asked for, and looked into (API §3.1, §3.2).
public final class TokenRoutes {
  private static final Pattern SESSION_ID = Pattern.compile("[A-Za-z0-9_-]{16,64}");
  private static final int DEFAULT_MINUTES = 240;
  private static final int MOST_MINUTES = 480;

  private final TokenIssue issue;
  private final Introspection introspection;
  private final SignedPlaylists playlists;
  private final Callers callers;
  private final Places places;
  private final Limits limits;

  public TokenRoutes(
      TokenIssue issue,
      Introspection introspection,
      SignedPlaylists playlists,
      Callers callers,
      Places places,
      Limits limits) {
    this.issue = issue;
    this.introspection = introspection;
    this.playlists = playlists;
    this.callers = callers;
    this.places = places;
    this.limits = limits;
  }

  /// How often an address may ask for a preview, and look into tokens.
  public record Limits(RateLimit previews, RateLimit introspections) {}

  public void register(RouteTable routes) {
    routes
        .post(
            "/api/v1/content/playback-token",
            Access.ANYBODY,
            ContentAnswers.failingAs(ContentCodes.RATE_LIMIT_ERROR, this::issue))
        .post(
            "/api/v1/content/validate-token",
            Access.ANYBODY,
            ContentAnswers.failingAs(ContentCodes.TOKEN_VALIDATION_ERROR, this::introspect));
  }

  private void issue(ServerRequest request, ServerResponse response) {
    Optional<PartnerCaller> partner = callers.partner(request);
    ContentBody body = ContentBody.of(request);
    TokenResult result =
        body.flag("preview") ? preview(request, response, body) : watch(request, body, partner);
    switch (result) {
      case TokenResult.Issued(ContentPass pass) -> answer(request, response, pass);
      case TokenResult.NotIssued(var obstacle) -> throw ContentProblems.of(obstacle, response);
    }
  }

  private TokenResult watch(
      ServerRequest request, ContentBody body, Optional<PartnerCaller> partner) {
    TokenWish wish = wish(request, body);
    Optional<String> code = body.text("code");
    Optional<String> viewer = body.text("viewerId");
    Requester requester = callers.requester(request, partner);
    if (code.isPresent()) {
      return issue.byCode(wish, code.get(), requester);
    }
    if (viewer.isEmpty()) {
      throw ContentProblems.invalid("code or viewerId is required");
    }
    if (partner.isEmpty()) {
      throw callers.notPartner(request);
    }
    return issue.byViewer(wish, viewer.get(), requester);
  }

  private TokenResult preview(ServerRequest request, ServerResponse response, ContentBody body) {
    TokenWish wish = wish(request, body);
    Requester requester = callers.requester(request, Optional.empty());
    hold(limits.previews(), requester, response);
    return issue.preview(wish, requester);
  }

  private TokenWish wish(ServerRequest request, ContentBody body) {
    String content = body.demanded("contentId", "contentId is required");
    int minutes =
        body.number(
                "expiryMinutes",
                1,
                MOST_MINUTES,
                "expiryMinutes must be between 1 and " + MOST_MINUTES)
            .orElse(DEFAULT_MINUTES);
    Optional<String> session = body.text("sessionId");
    if (session.filter(id -> !SESSION_ID.matcher(id).matches()).isPresent()) {
      throw ContentProblems.sessionRefused();
    }
    return new TokenWish(
        content,
        session,
        Duration.ofMinutes(minutes),
        callers.device(request),
        places.media(request));
  }

  private void introspect(ServerRequest request, ServerResponse response) {
    Optional<PartnerCaller> partner = callers.partner(request);
    if (partner.isEmpty()) {
      hold(limits.introspections(), callers.requester(request, partner), response);
    }
    ContentBody body = ContentBody.of(request);
    String token =
        body.text("token")
            .or(() ->
                partner.isPresent()
                    ? ShownToken.besideAuthorization(request, Optional::empty)
                    : ShownToken.of(request, Optional::empty))
            .orElseThrow(() -> ContentProblems.invalid("Token is required"));
    ContentAnswers.send(request, response, answer(introspection.of(token)));
  }

  private void answer(ServerRequest request, ServerResponse response, ContentPass pass) {
    ContentAnswers.send(
        request,
        response,
        new IssuedToken(
            pass.token(),
            places.own(request) + playlists.address(pass),
            pass.watermarkId(),
            pass.expiresAt(),
            pass.sessionId(),
            List.of(),
            List.of()));
  }

  private static TokenIntrospection answer(Worth worth) {
    return switch (worth) {
      case Worth.Good(PlaybackTokenClaims claims, String viewer, String session, String mark) ->
          new TokenIntrospection(
              true,
              new Payload(
                  claims.contentId(),
                  viewer,
                  session,
                  mark,
                  claims.issuedAt().toEpochMilli(),
                  claims.expiresAt().toEpochMilli()),
              null);
      case Worth.Bad(Flaw flaw) -> new TokenIntrospection(false, null, sentence(flaw));
    };
  }

  private static String sentence(Flaw flaw) {
    return switch (flaw) {
      case EXPIRED -> "Token has expired";
      case INVALID -> "Invalid token";
      case SESSION_ENDED -> "Session not found or expired";
      case REVOKED -> "Access has been revoked";
    };
  }

  private static void hold(RateLimit limit, Requester requester, ServerResponse response) {
    String address = AddressGroup.of(Objects.requireNonNull(requester.address()));
    if (limit.tryAcquire(address) instanceof Refused(Duration wait)) {
      throw ContentProblems.tooMany(response, wait);
    }
  }
}
