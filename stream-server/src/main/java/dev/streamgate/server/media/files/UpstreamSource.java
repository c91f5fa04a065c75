package dev.streamgate.server.media.files;

import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.ContentType;
import dev.streamgate.server.media.SourceMetrics;
import dev.streamgate.server.media.SourceMetrics.CacheResult;
import dev.streamgate.server.media.SourceUnavailableException;
import dev.streamgate.server.media.Upstream;
import dev.streamgate.server.media.UpstreamAddresses;
import dev.streamgate.server.media.UpstreamFile;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/// Stream files of other servers: from the cache, else from there (Spec, media §4, §5).
public final class UpstreamSource implements ContentSource {
  /// How long the playlist of a recording is believed.
  private static final Duration PLAYLIST_LIFE = Duration.ofHours(24);

  private final Upstream upstream;
  private final UpstreamAddresses addresses;
  private final SegmentCache cache;
  private final SourceMetrics metrics;
  private final SegmentDownloads segments;
  private final PlaylistDownloads playlists;

  /// @param executor runs downloads, as many at once as there are
  public UpstreamSource(
      Upstream upstream,
      UpstreamAddresses addresses,
      SegmentCache cache,
      CacheCleaner cleaner,
      SourceMetrics metrics,
      Executor executor) {
    this.upstream = upstream;
    this.addresses = addresses;
    this.cache = cache;
    this.metrics = metrics;
    this.segments = new SegmentDownloads(upstream, cache, cleaner, metrics, executor);
    this.playlists = new PlaylistDownloads(upstream, cache, executor);
  }

  @Override
  public Optional<Content> open(ContentRequest request) throws IOException {
    Optional<RemoteFile> file = locate(request);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    boolean isPlaylist =
        ContentType.ofFile(request.path().fileName()).equals(Optional.of(ContentType.PLAYLIST));
    Instant oldest = isPlaylist ? cache.now().minus(PLAYLIST_LIFE) : Instant.MIN;
    Optional<Content> kept = cache.open(file.get(), request, oldest);
    if (kept.isPresent()) {
      if (!isPlaylist) {
        metrics.cacheAsked(CacheResult.HIT);
      }
      return kept;
    }
    if (request.withoutBody()) {
      return describe(file.get().address());
    }
    return isPlaylist ? playlists.open(file.get()) : segments.open(file.get());
  }

  private Optional<RemoteFile> locate(ContentRequest request) {
    Optional<CacheKey> place = cache.keyOf(request.path());
    Optional<String> source = addresses.folderOf(request.path().event());
    Optional<URI> address = addresses.of(request);
    return place.isPresent() && source.isPresent() && address.isPresent()
        ? Optional.of(new RemoteFile(place.get(), source.get(), address.get()))
        : Optional.empty();
  }

  private Optional<Content> describe(URI address) throws SourceUnavailableException {
    Optional<UpstreamFile> found = upstream.head(address);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (UpstreamFile answer = found.get()) {
      return Optional.of(DescribedContent.of(answer, cache.now()));
    }
  }
}
