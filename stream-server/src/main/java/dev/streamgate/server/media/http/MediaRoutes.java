package dev.streamgate.server.media.http;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.playback.StreamPath;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.media.ChildAddresses;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.DeliveryDirectives;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaDecision.Refused;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.PlaylistProbe;
import dev.streamgate.server.media.SourceUnavailableException;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.http.PathMatcher;
import io.helidon.http.Status;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/// `/streams/**`: straight from the path to the file, past one decision made in memory.
public final class MediaRoutes {
  private static final Header ALLOWED =
      HeaderValues.createCached(HeaderNames.ALLOW, "GET, HEAD, OPTIONS");

  private final MediaAuthorizer authorizer;
  private final ContentSource source;
  private final PlaylistProbe probe;
  private final RequestOrigins origins;
  private final RequestCredentials credentials;
  private final CrossOrigin crossOrigin;
  private final MediaObserver observer;

  /// @param allowedOrigins the origins whose pages may load streams; our own one always may
  public MediaRoutes(
      MediaAuthorizer authorizer,
      ContentSource source,
      RequestOrigins origins,
      MediaOrigin mediaOrigin,
      Collection<String> allowedOrigins,
      MediaObserver observer) {
    this.authorizer = authorizer;
    this.source = source;
    this.probe = new PlaylistProbe(source);
    this.origins = origins;
    this.credentials = new RequestCredentials(origins);
    this.crossOrigin = new CrossOrigin(allowedOrigins, mediaOrigin);
    this.observer = observer;
  }

  /// Must come before all other routes: what begins with `/streams/` is ours, however it goes on.
  public void routing(HttpRouting.Builder routing) {
    PathMatcher streams = new RawPathPrefix(StreamPath.PREFIX);
    routing
        .route(Method.GET, streams, this::deliver)
        .route(Method.HEAD, streams, this::deliver)
        .route(Method.OPTIONS, streams, this::answerPreflight)
        .route(method -> true, streams, this::refuseMethod);
  }

  private void deliver(ServerRequest request, ServerResponse response) {
    crossOrigin.allow(request, response);
    Optional<Credential> credential = credentials.of(request);
    MediaDecision decision =
        authorizer.decide(credential, request.prologue().uriPath().rawPath(), isHead(request));
    observer.decided(credential, decision);
    observer.observe(
        request, response, Optional.of(decision), () -> answer(decision, request, response));
  }

  private void answerPreflight(ServerRequest request, ServerResponse response) {
    crossOrigin.allow(request, response);
    crossOrigin.allowAhead(request, response);
    response.status(Status.NO_CONTENT_204).header(ALLOWED);
    observer.observe(request, response, Optional.empty(), response::send);
  }

  private void refuseMethod(ServerRequest request, ServerResponse response) {
    crossOrigin.allow(request, response);
    response.header(ALLOWED);
    observer.observe(
        request, response, Optional.empty(), () -> Refusal.WRONG_METHOD.send(request, response));
  }

  private void answer(MediaDecision decision, ServerRequest request, ServerResponse response) {
    switch (decision) {
      case Refused refused -> Refusal.of(refused.reason()).send(request, response);
      case Granted granted -> send(granted, request, response);
    }
  }

  private void send(Granted granted, ServerRequest request, ServerResponse response) {
    Optional<ContentType> type = ContentType.ofFile(granted.path().fileName());
    try {
      Optional<Content> found =
          type.isPresent() ? source.open(asked(granted, request)) : Optional.empty();
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

  private static ContentRequest asked(Granted granted, ServerRequest request) {
    return new ContentRequest(
        granted.path(),
        isHead(request),
        DeliveryDirectives.of(name -> request.query().first(name).asOptional()));
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
    new Delivery(request, response)
        .send(representation(type, content, granted.credential(), request));
  }

  private Representation representation(
      ContentType type, Content content, Credential credential, ServerRequest request)
      throws IOException {
    if (type != ContentType.PLAYLIST) {
      return Representation.segment(type, content);
    }
    if (content.isDescription()) {
      return Representation.described(content, credential.isPartOfTheAddress());
    }
    Playlist playlist = Playlist.read(content);
    if (!credential.isPartOfTheAddress()) {
      return Representation.playlist(playlist, content.validators());
    }
    ChildAddresses children = new ChildAddresses(origins.origin(request), credential);
    return Representation.rewritten(playlist.withAddresses(children::withCredential));
  }

  private static boolean isHead(ServerRequest request) {
    return request.prologue().method().equals(Method.HEAD);
  }
}
