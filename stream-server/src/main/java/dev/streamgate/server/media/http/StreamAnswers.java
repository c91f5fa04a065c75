package dev.streamgate.server.media.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerSink;
import dev.streamgate.server.foundation.http1.RequestHead;
import dev.streamgate.server.media.Arrivals;
import dev.streamgate.server.media.ChildAddresses;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.DeliveryDirectives;
import dev.streamgate.server.media.DiskPlace;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.SourceUnavailableException;
import java.io.IOException;
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
  private final Optional<AccelRedirect> accel;

  /// @param accel leaves segments to those who send them by themselves, if there may be any
  public StreamAnswers(
      ContentSource source,
      Arrivals arrivals,
      RequestOrigins origins,
      MediaOrigin mediaOrigin,
      Optional<AccelRedirect> accel) {
    this.source = source;
    this.arrivals = arrivals;
    this.probe = new PlaylistProbe(source);
    this.origins = origins;
    this.mediaOrigin = mediaOrigin;
    this.accel = accel;
  }

  void send(Granted granted, RequestHead request, AnswerSink sink) throws IOException {
    Optional<ContentType> type = ContentType.ofFile(granted.path().fileName());
    try {
      Optional<Content> found =
          type.isPresent() ? find(granted, type.get(), request) : Optional.empty();
      if (type.isEmpty() || found.isEmpty()) {
        sink.send(Refusals.NOT_FOUND);
        return;
      }
      try (Content content = found.get()) {
        sink.send(answer(granted, type.get(), content, request));
      }
    } catch (SourceUnavailableException e) {
      sink.send(Refusals.SOURCE_UNAVAILABLE);
    }
  }

  /// Playlists are asked for again and again; only a segment is worth waiting for, if it may ever
  /// be seen.
  private Optional<Content> find(Granted granted, ContentType type, RequestHead request)
      throws IOException {
    ContentRequest wanted =
        new ContentRequest(
            granted.path(),
            request.isHead(),
            type == ContentType.PLAYLIST ? directives(request) : DeliveryDirectives.NONE,
            isLeftToOthers(granted, type, request));
    Optional<Content> found = source.open(wanted);
    return found.isPresent() || type == ContentType.PLAYLIST || granted.path().isHidden()
        ? found
        : arrivals.await(wanted);
  }

  private boolean isLeftToOthers(Granted granted, ContentType type, RequestHead request) {
    return accel.isPresent()
        && type != ContentType.PLAYLIST
        && !granted.claims().probe()
        && accel.get().isFor(request);
  }

  private static DeliveryDirectives directives(RequestHead request) {
    if (request.rawQuery().isEmpty()) {
      return DeliveryDirectives.NONE;
    }
    QueryParameters query = QueryParameters.of(request.rawQuery());
    return DeliveryDirectives.of(query::first);
  }

  private Answer answer(Granted granted, ContentType type, Content content, RequestHead request)
      throws IOException {
    if (granted.claims().probe() && type == ContentType.PLAYLIST) {
      return ProbeAnswer.of(probe.probe(new EventId(granted.claims().eventId())));
    }
    Representation representation =
        type == ContentType.PLAYLIST
            ? playlist(granted, content, request)
            : Representation.segment(type, content);
    Answer own = new Delivery(request, granted.kilobytesPerSecond()).of(representation);
    Optional<DiskPlace> place = content.place();
    return accel.isPresent() && place.isPresent() && own.status() != Refusals.BAD_RANGE.status()
        ? accel.get().answer(representation, place.get(), granted.kilobytesPerSecond())
        : own;
  }

  private Representation playlist(Granted granted, Content content, RequestHead request)
      throws IOException {
    Optional<ChildAddresses> children =
        ChildAddresses.of(() -> ownOrigins(request), granted.credential());
    if (content.isDescription()) {
      boolean isRewritten = children.isPresent() || granted.claims().maxHeight() != null;
      return Representation.described(content, isRewritten);
    }
    Playlist playlist = content.playlist();
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
  private Set<String> ownOrigins(RequestHead request) {
    return Stream.of(origins.origin(request), mediaOrigin.of(request))
        .map(origin -> origin.toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
