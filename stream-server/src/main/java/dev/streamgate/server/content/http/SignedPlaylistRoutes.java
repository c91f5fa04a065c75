package dev.streamgate.server.content.http;

import dev.streamgate.server.content.ContentJournal;
import dev.streamgate.server.content.SignedPlaylists;
import dev.streamgate.server.content.SignedPlaylists.Outcome;
import dev.streamgate.server.content.SignedPlaylists.Shown;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Body;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.RoutedHead;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.foundation.http1.RequestHead;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Signed playlists (API §3.3), which pages of other origins may load as they may load streams.
public final class SignedPlaylistRoutes {
  private static final String PATH = "/api/v1/content/hls/{+contentId}/playlist.m3u8";
  private static final Header PLAYLIST =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/vnd.apple.mpegurl");
  private static final Header NOT_KEPT =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-cache, no-store, must-revalidate");
  private static final Header NOT_KEPT_BY_OLD =
      HeaderValues.createCached(HeaderNames.PRAGMA, "no-cache");
  private static final Header EXPIRED = HeaderValues.createCached(HeaderNames.EXPIRES, "0");

  private final SignedPlaylists playlists;
  private final ContentJournal journal;
  private final Places places;
  private final Sharing sharing;

  public SignedPlaylistRoutes(
      SignedPlaylists playlists, ContentJournal journal, Places places, Sharing sharing) {
    this.playlists = playlists;
    this.journal = journal;
    this.places = places;
    this.sharing = sharing;
  }

  /// The headers that let pages of other origins load streams (API §1.4): those of every answer,
  /// and what the answer to a preflight has besides.
  public record Sharing(
      Function<RequestHead, List<HeaderLine>> always,
      Function<RequestHead, List<HeaderLine>> ahead) {}

  public void register(RouteTable routes) {
    routes
        .get(
            PATH,
            Access.SIGNED,
            ContentAnswers.failingAs(ContentCodes.HLS_VALIDATION_ERROR, this::open))
        .options(PATH, Access.ANYBODY, this::announce);
  }

  private void announce(ServerRequest request, ServerResponse response) {
    RequestHead head = new RoutedHead(request);
    add(response, sharing.always().apply(head));
    add(response, sharing.ahead().apply(head));
    response.header(HeaderNames.ALLOW, "GET, HEAD, OPTIONS");
    response.status(Status.NO_CONTENT_204).send();
  }

  private void open(ServerRequest request, ServerResponse response) {
    add(response, sharing.always().apply(new RoutedHead(request)));
    Outcome outcome = playlists.open(shown(request), places.media(request));
    journal.playlistAsked(result(outcome));
    switch (outcome) {
      case Outcome.Playlist(String body) -> {
        response.header(PLAYLIST).header(NOT_KEPT).header(NOT_KEPT_BY_OLD).header(EXPIRED);
        Body.send(request, response, body.getBytes(StandardCharsets.ISO_8859_1));
      }
      case Outcome.ParametersMissing() ->
          throw refusal(
              Status.BAD_REQUEST_400,
              "token, expires and signature are required",
              ContentCodes.HLS_PARAMS_MISSING);
      case Outcome.SignatureInvalid() ->
          throw refusal(
              Status.FORBIDDEN_403,
              "Invalid or expired signature",
              ContentCodes.HLS_SIGNATURE_INVALID);
      case Outcome.TokenInvalid() ->
          throw refusal(Status.UNAUTHORIZED_401, "Invalid token", ContentCodes.HLS_TOKEN_INVALID);
      case Outcome.Missing() ->
          throw refusal(Status.NOT_FOUND_404, "Playlist not found", ContentCodes.NOT_FOUND);
      case Outcome.Unavailable() ->
          throw refusal(
              Status.INTERNAL_SERVER_ERROR_500,
              "The playlist cannot be read at present",
              ContentCodes.HLS_VALIDATION_ERROR);
    }
  }

  private static Shown shown(ServerRequest request) {
    return new Shown(
        request.path().pathParameters().get("contentId"),
        parameter(request, "content"),
        parameter(request, "token"),
        parameter(request, "expires"),
        parameter(request, "signature"));
  }

  private static Optional<String> parameter(ServerRequest request, String name) {
    return request.query().first(name).asOptional().filter(value -> !value.isEmpty());
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Playlist _ -> "ok";
      case Outcome.ParametersMissing() -> "params_missing";
      case Outcome.SignatureInvalid() -> "signature_invalid";
      case Outcome.TokenInvalid() -> "token_invalid";
      case Outcome.Missing() -> "missing";
      case Outcome.Unavailable() -> "unavailable";
    };
  }

  private static Problem refusal(Status status, String error, String code) {
    return ContentProblems.of(status, error, code);
  }

  private static void add(ServerResponse response, List<HeaderLine> lines) {
    lines.forEach(line -> response.header(HeaderNames.create(line.name()), line.value()));
  }
}
