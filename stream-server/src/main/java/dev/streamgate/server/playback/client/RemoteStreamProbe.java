package dev.streamgate.server.playback.client;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.PlaylistKinds;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.playback.ProbeTokens;
import dev.streamgate.server.playback.StreamProbe;
import dev.streamgate.server.playback.StreamSighting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/// Asks a media server what an event's playlist is, by HEAD with a probe token (Spec, rules §7). A
/// server that does not answer within five seconds shows nothing.
public final class RemoteStreamProbe implements StreamProbe, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int OK = 200;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final String mediaOrigin;
  private final ProbeTokens tokens;

  /// @param mediaOrigin scheme, host and port of the media server
  public RemoteStreamProbe(String mediaOrigin, ProbeTokens tokens) {
    this.mediaOrigin = mediaOrigin;
    this.tokens = tokens;
  }

  @Override
  public Optional<StreamSighting> look(EventId event) {
    try {
      HttpResponse<Void> answer = client.send(request(event), BodyHandlers.discarding());
      return answer.statusCode() == OK ? sighting(answer) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }

  private HttpRequest request(EventId event) {
    return HttpRequest.newBuilder(URI.create(mediaOrigin + StreamPath.playlistOf(event)))
        .timeout(PATIENCE)
        .header("Authorization", "Bearer " + tokens.issue(event))
        .HEAD()
        .build();
  }

  private static Optional<StreamSighting> sighting(HttpResponse<?> answer) {
    return answer
        .headers()
        .firstValue(PlaylistKinds.HEADER)
        .flatMap(RemoteStreamProbe::kind)
        .map(kind ->
            new StreamSighting(
                kind,
                answer.headers().firstValue("Last-Modified").flatMap(RemoteStreamProbe::date),
                answer.headers().firstValue("ETag")));
  }

  private static Optional<StreamSighting.Kind> kind(String name) {
    return switch (name) {
      case PlaylistKinds.LIVE -> Optional.of(StreamSighting.Kind.LIVE);
      case PlaylistKinds.RECORDING -> Optional.of(StreamSighting.Kind.RECORDING);
      default -> Optional.empty();
    };
  }

  private static Optional<Instant> date(String text) {
    try {
      return Optional.of(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
