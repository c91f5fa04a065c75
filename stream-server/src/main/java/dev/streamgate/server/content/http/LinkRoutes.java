package dev.streamgate.server.content.http;

import dev.streamgate.model.content.EmbedAddressAnswer;
import dev.streamgate.model.content.SignedAddressAnswer;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.content.Catalogue;
import dev.streamgate.server.content.EmbedAddresses;
import dev.streamgate.server.content.SignedAddresses;
import dev.streamgate.server.content.SignedAddresses.Result;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.PartnerCaller;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.grants.DirectoryGrant;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;

/// Addresses that partners put into their pages (API §3).
public final class LinkRoutes {
  private static final int SHORTEST = 60;
  private static final int LONGEST = 3600;
  private static final int DEFAULT = 300;
  private static final String LIMIT = "limit must be a positive number of kilobytes per second";
  private static final int FASTEST = 999_999_999;

  private final SignedAddresses signed;
  private final EmbedAddresses embeds;
  private final Catalogue catalogue;
  private final Callers callers;
  private final Places places;

  public LinkRoutes(
      SignedAddresses signed,
      EmbedAddresses embeds,
      Catalogue catalogue,
      Callers callers,
      Places places) {
    this.signed = signed;
    this.embeds = embeds;
    this.catalogue = catalogue;
    this.callers = callers;
    this.places = places;
  }

  public void register(RouteTable routes) {
    routes
        .post(
            "/api/v1/content/{+contentId}/signed-url",
            Access.PARTNERS,
            ContentAnswers.failingAs(ContentCodes.RATE_LIMIT_ERROR, this::sign))
        .post(
            "/api/v1/content/{+contentId}/embed-url",
            Access.PARTNERS,
            ContentAnswers.failingAs(ContentCodes.ACCESS_CHECK_ERROR, this::embed));
  }

  private void sign(ServerRequest request, ServerResponse response) {
    ContentBody body = ContentBody.of(request);
    String viewer =
        body.text("viewerId")
            .orElseThrow(() ->
                ContentProblems.of(
                    Status.BAD_REQUEST_400,
                    "viewerId is required",
                    ContentCodes.RATE_LIMIT_PARAMS_MISSING));
    int seconds =
        body.number(
                "ttlSeconds",
                SHORTEST,
                LONGEST,
                "ttlSeconds must be between %d and %d".formatted(SHORTEST, LONGEST))
            .orElse(DEFAULT);
    SignedAddresses.Wish wish =
        new SignedAddresses.Wish(
            content(request),
            viewer,
            Duration.ofSeconds(seconds),
            body.text("ip"),
            body.number("limit", 1, FASTEST, LIMIT),
            callers.server(request));
    switch (signed.sign(wish, requester(request))) {
      case Result.Signed(String path, var expiresAt, String session) ->
          ContentAnswers.send(
              request,
              response,
              new SignedAddressAnswer(places.media(request) + path, expiresAt, session));
      case Result.NotSigned(var obstacle) -> throw ContentProblems.of(obstacle, response);
      case Result.Refused(var problem) -> throw refusal(problem);
    }
  }

  private static Problem refusal(DirectoryGrant.Problem problem) {
    return ContentProblems.invalid(
        switch (problem) {
          case ADDRESS -> "ip must be an IPv4 or IPv6 address";
          case LIMIT -> LIMIT;
          case EXPIRY -> "The ticket has no time left for an address";
          case FOLDER, SESSION, TICKET, MAX_HEIGHT -> "This ticket cannot be put into an address";
        });
  }

  private void embed(ServerRequest request, ServerResponse response) {
    if (!embeds.isOn()) {
      throw ContentProblems.of(
          Status.NOT_FOUND_404,
          "Embedding is off: EMBED_ALLOWED_ORIGINS names no origin",
          ContentCodes.NOT_FOUND);
    }
    String content = content(request);
    Event event = catalogue.find(content).orElseThrow(ContentProblems::unknownContent);
    if (!event.id().value().equals(content)) {
      throw ContentProblems.invalid("Only whole events can be embedded");
    }
    EmbedAddresses.Address address =
        Callers.admitted(request).isStaff()
            ? embeds.lasting(event, requester(request))
            : embeds.brief(event, requester(request));
    ContentAnswers.send(
        request,
        response,
        new EmbedAddressAnswer(places.own(request) + address.path(), address.expiresAt()));
  }

  private Requester requester(ServerRequest request) {
    Optional<PartnerCaller> partner = Optional.of(Callers.admitted(request));
    return callers.requester(request, partner);
  }

  private static String content(ServerRequest request) {
    return request.path().pathParameters().get("contentId");
  }
}
