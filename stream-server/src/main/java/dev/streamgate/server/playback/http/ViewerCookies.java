package dev.streamgate.server.playback.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.playback.PlaybackPass;
import dev.streamgate.server.sessions.DeviceKey;
import io.helidon.http.SetCookie;
import io.helidon.http.SetCookie.SameSite;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/// The two cookies of a viewer's browser (API §2.2): one by which we know the browser again, and
/// one that opens the video to players which cannot send headers.
public final class ViewerCookies {
  private static final String DEVICE = "sg_device";
  private static final String PLAY = "sg_play";
  private static final String API_PATH = "/api";
  private static final Duration DEVICE_LIFE = Duration.ofDays(365);

  private final RequestOrigins origins;
  private final Function<ServerRequest, String> playbackBaseUrl;

  /// @param playbackBaseUrl the origin from which the one who asks will get the video
  public ViewerCookies(RequestOrigins origins, Function<ServerRequest, String> playbackBaseUrl) {
    this.origins = origins;
    this.playbackBaseUrl = playbackBaseUrl;
  }

  /// The origin from which the one who asks will get the video.
  String playbackBaseUrl(ServerRequest request) {
    return playbackBaseUrl.apply(request);
  }

  /// The key of the browser that asks, if it brought one.
  Optional<DeviceKey> device(ServerRequest request) {
    return request.headers().cookies().first(DEVICE).asOptional().flatMap(DeviceKey::read);
  }

  /// Gives the browser a key, unless it brought one.
  void rememberDevice(ServerRequest request, ServerResponse response, DeviceKey key) {
    if (device(request).isEmpty()) {
      add(request, response, SetCookie.builder(DEVICE, key.value()), API_PATH, DEVICE_LIFE);
    }
  }

  /// Lets the browser's player into an event's folder, where a cookie can: on the same origin.
  void openMedia(
      ServerRequest request, ServerResponse response, String eventId, PlaybackPass pass) {
    if (sharesOrigin(request)) {
      add(request, response, SetCookie.builder(PLAY, pass.token()), folder(eventId), pass.life());
    }
  }

  /// Takes back what {@link #openMedia} gave.
  void closeMedia(ServerRequest request, ServerResponse response, String eventId) {
    if (sharesOrigin(request)) {
      add(request, response, SetCookie.builder(PLAY, ""), folder(eventId), Duration.ZERO);
    }
  }

  private boolean sharesOrigin(ServerRequest request) {
    return playbackBaseUrl.apply(request).equalsIgnoreCase(origins.origin(request));
  }

  private static String folder(String eventId) {
    return StreamPath.buildStreamPathPrefix(new EventId(eventId));
  }

  private void add(
      ServerRequest request,
      ServerResponse response,
      SetCookie.Builder cookie,
      String path,
      Duration life) {
    response
        .headers()
        .addCookie(
            cookie
                .path(path)
                .maxAge(life)
                .httpOnly(true)
                .sameSite(SameSite.LAX)
                .secure(origins.isHttps(request))
                .build());
  }
}
