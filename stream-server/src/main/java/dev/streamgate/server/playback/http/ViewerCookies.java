package dev.streamgate.server.playback.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.playback.PlaybackPass;
import dev.streamgate.server.sessions.DeviceKey;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
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
  private static final String EMBED_PATH = "/embed/";
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
  public Optional<DeviceKey> device(ServerRequest request) {
    return request.headers().cookies().first(DEVICE).asOptional().flatMap(DeviceKey::read);
  }

  /// Gives the browser a key, unless it brought one.
  void rememberDevice(ServerRequest request, ServerResponse response, DeviceKey key) {
    if (device(request).isEmpty()) {
      add(request, response, cookie(request, DEVICE, key.value(), API_PATH).maxAge(DEVICE_LIFE));
    }
  }

  /// Lets the browser's player into an event's folder, where a cookie can: on the same origin.
  void openMedia(
      ServerRequest request, ServerResponse response, String eventId, PlaybackPass pass) {
    if (sharesOrigin(request)) {
      SetCookie.Builder cookie = cookie(request, PLAY, pass.token(), folder(eventId));
      add(request, response, cookie.maxAge(pass.life()));
    }
  }

  /// Takes back what {@link #openMedia} gave. The library leaves out a `Max-Age` of zero, so the
  /// date says that the cookie's time is over.
  void closeMedia(ServerRequest request, ServerResponse response, String eventId) {
    if (sharesOrigin(request)) {
      SetCookie.Builder cookie = cookie(request, PLAY, "", folder(eventId));
      add(request, response, cookie.expires(Instant.EPOCH));
    }
  }

  /// In a frame of another site a browser keeps only cookies that say they may be there, and keeps
  /// them apart for each such site (Spec, amendments).
  private void add(ServerRequest request, ServerResponse response, SetCookie.Builder cookie) {
    if (isEmbedded(request)) {
      String text = cookie.sameSite(SameSite.NONE).build().text() + "; Partitioned";
      response.headers().add(HeaderValues.create(HeaderNames.SET_COOKIE, text));
    } else {
      response.headers().addCookie(cookie.build());
    }
  }

  /// Whether our page in a frame asks, which names itself as the referrer.
  private boolean isEmbedded(ServerRequest request) {
    return origins.isHttps(request)
        && request
            .headers()
            .value(HeaderNames.REFERER)
            .filter(referrer -> referrer.startsWith(origins.origin(request) + EMBED_PATH))
            .isPresent();
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
