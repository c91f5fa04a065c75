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
import java.time.Instant;
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
      response
          .headers()
          .addCookie(cookie(request, DEVICE, key.value(), API_PATH).maxAge(DEVICE_LIFE).build());
    }
  }

  /// Lets the browser's player into an event's folder, where a cookie can: on the same origin.
  void openMedia(
      ServerRequest request, ServerResponse response, String eventId, PlaybackPass pass) {
    if (sharesOrigin(request)) {
      SetCookie.Builder cookie = cookie(request, PLAY, pass.token(), folder(eventId));
      response.headers().addCookie(cookie.maxAge(pass.life()).build());
    }
  }

  /// Takes back what {@link #openMedia} gave. The library leaves out a `Max-Age` of zero, so the
  /// date says that the cookie's time is over.
  void closeMedia(ServerRequest request, ServerResponse response, String eventId) {
    if (sharesOrigin(request)) {
      SetCookie.Builder cookie = cookie(request, PLAY, "", folder(eventId));
      response.headers().addCookie(cookie.expires(Instant.EPOCH).build());
    }
  }

  private boolean sharesOrigin(ServerRequest request) {
    return playbackBaseUrl.apply(request).equalsIgnoreCase(origins.origin(request));
  }

  private static String folder(String eventId) {
    return StreamPath.buildStreamPathPrefix(new EventId(eventId));
  }

  private SetCookie.Builder cookie(ServerRequest request, String name, String value, String path) {
    return SetCookie.builder(name, value)
        .path(path)
        .httpOnly(true)
        .sameSite(SameSite.LAX)
        .secure(origins.isHttps(request));
  }
}
