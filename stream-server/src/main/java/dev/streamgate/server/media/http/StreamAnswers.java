package dev.streamgate.server.media.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.media.Arrivals;
import dev.streamgate.server.media.ChildAddresses;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.DeliveryDirectives;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.SourceUnavailableException;
import io.helidon.http.Method;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Answers requests that were granted: finds the file, makes of a playlist what this viewer needs,
/// and sends it.
public final class StreamAnswers {
  private final ContentSource source;
  private final Arrivals arrivals;
  private final PlaylistProbe probe;
  private final RequestOrigins origins;
  private final MediaOrigin mediaOrigin;

  public StreamAnswers(
      ContentSource source, Arrivals arrivals, RequestOrigins origins, MediaOrigin mediaOrigin) {
    this.source = source;
    this.arrivals = arrivals;
    this.probe = new PlaylistProbe(source);
    this.origins = origins;
    this.mediaOrigin = mediaOrigin;
  }

  void send(Granted granted, ServerRequest request, ServerResponse response) {
    Optional<ContentType> type = ContentType.ofFile(granted.path().fileName());
    try {
      Optional<Content> found =
          type.isPresent() ? find(granted, type.get(), request) : Optional.empty();
      if (type.isEmpty() || found.isEmpty()) {
        Refusal.NOT_FOUND.send(request, response);
        return;
      }
      try (Content content = found.get()) {
        send(granted, type.get(), content, request, response);
      }
    } catch (SourceUnavailableException e) {
      Refusal.SOURCE_UNAVAILABLE.send(request, response);
    } catch (IOException e) {
      throw new UncheckedIOException("reading a stream file", e);
    }
  }

  /// Playlists are asked for again and again; only a segment is worth waiting for, if it may ever
  /// be seen.
  private Optional<Content> find(Granted granted, ContentType type, ServerRequest request)
      throws IOException {
    Optional<Content> found =
        source.open(
            new ContentRequest(
                granted.path(),
                request.prologue().method().equals(Method.HEAD),
                DeliveryDirectives.of(name -> request.query().first(name).asOptional())));
    return found.isPresent() || type == ContentType.PLAYLIST || granted.path().isHidden()
        ? found
        : arrivals.await(granted.path());
  }

  private void send(
      Granted granted,
      ContentType type,
      Content content,
      ServerRequest request,
      ServerResponse response)
      throws IOException {
    if (granted.claims().probe() && type == ContentType.PLAYLIST) {
      ProbeAnswer.send(request, response, probe.probe(new EventId(granted.claims().eventId())));
      return;
    }
    Representation representation =
        type == ContentType.PLAYLIST
            ? playlist(granted, content, request)
            : Representation.segment(type, content);
    new Delivery(request, response, granted.kilobytesPerSecond()).send(representation);
  }

  private Representation playlist(Granted granted, Content content, ServerRequest request)
      throws IOException {
    Optional<ChildAddresses> children =
        ChildAddresses.of(() -> ownOrigins(request), granted.credential());
    if (content.isDescription()) {
      boolean isRewritten = children.isPresent() || granted.claims().maxHeight() != null;
      return Representation.described(content, isRewritten);
    }
    Playlist playlist = Playlist.read(content);
    if (!playlist.isEnded()) {
      arrivals.delivered(granted.path());
    }
    Playlist seen = withinHeight(playlist, granted);
    if (children.isPresent()) {
      return Representation.rewritten(seen.withAddresses(children.get()::withCredential));
    }
    return seen == playlist
        ? Representation.playlist(playlist, content.validators())
        : Representation.rewritten(seen.bytes());
  }

  private static Playlist withinHeight(Playlist playlist, Granted granted) {
    Integer maxHeight = granted.claims().maxHeight();
    return maxHeight != null && playlist.isMultivariant() ? playlist.upTo(maxHeight) : playlist;
  }

  /// The one the viewer asked, and the one that viewers are sent to.
  private Set<String> ownOrigins(ServerRequest request) {
    return Stream.of(origins.origin(request), mediaOrigin.of(request))
        .map(origin -> origin.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
