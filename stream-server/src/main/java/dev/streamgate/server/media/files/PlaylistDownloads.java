package dev.streamgate.server.media.files;

import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.SourceUnavailableException;
import dev.streamgate.server.media.Upstream;
import dev.streamgate.server.media.UpstreamFile;
import dev.streamgate.server.media.Validators;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Fetches playlists. All who ask for one at the same time share one request; only that of a
/// recording is kept for those who ask later (Spec, media §5).
final class PlaylistDownloads {
  private static final int BUFFER = 16 * 1024;

  private final Upstream upstream;
  private final SegmentCache cache;
  private final Executor executor;
  private final PlaylistAges ages;
  private final Map<RemoteFile, CompletableFuture<Optional<Content>>> underWay =
      new ConcurrentHashMap<>();

  /// @param executor runs downloads, as many at once as there are
  PlaylistDownloads(Upstream upstream, SegmentCache cache, Executor executor) {
    this.upstream = upstream;
    this.cache = cache;
    this.executor = executor;
    this.ages = new PlaylistAges();
  }

  /// Waits for the whole playlist. Empty if there is none.
  ///
  /// @throws SourceUnavailableException if nobody can tell
  Optional<Content> open(RemoteFile file) throws SourceUnavailableException {
    CompletableFuture<Optional<Content>> mine = new CompletableFuture<>();
    CompletableFuture<Optional<Content>> running = underWay.putIfAbsent(file, mine);
    if (running == null) {
      start(file, mine);
    }
    try {
      return (running == null ? mine : running).join();
    } catch (CompletionException e) {
      throw new SourceUnavailableException("fetching a playlist", e);
    }
  }

  private void start(RemoteFile file, CompletableFuture<Optional<Content>> result) {
    try {
      executor.execute(() -> run(file, result));
    } catch (RuntimeException e) {
      underWay.remove(file);
      result.completeExceptionally(e);
    }
  }

  private void run(RemoteFile file, CompletableFuture<Optional<Content>> result) {
    Throwable failure = new IOException("the download was broken off");
    Optional<Content> content = Optional.empty();
    boolean done = false;
    try {
      content = fetch(file);
      done = true;
    } catch (IOException | RuntimeException e) {
      failure = e;
    } finally {
      underWay.remove(file);
      if (done) {
        result.complete(content);
      } else {
        result.completeExceptionally(failure);
      }
    }
  }

  private Optional<Content> fetch(RemoteFile file) throws IOException {
    long round = cache.round();
    Optional<UpstreamFile> found = upstream.get(file.address());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (UpstreamFile answer = found.get()) {
      byte[] bytes = read(answer);
      Instant changed = LastChange.of(answer, ages.firstSeen(file, bytes, cache.now()));
      if (answer.hasVisibleEnd() && isRecording(bytes)) {
        cache.keep(bytes, file, changed, round);
      }
      return Optional.of(new BytesContent(bytes, Validators.of(changed, bytes.length)));
    }
  }

  private static boolean isRecording(byte[] bytes) {
    Playlist playlist = new Playlist(bytes);
    return playlist.isPlaylist() && playlist.isEnded();
  }

  private static byte[] read(UpstreamFile answer) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(BUFFER);
    byte[] buffer = new byte[BUFFER];
    for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > Playlist.MAX_BYTES) {
        throw new IOException("a playlist of more than " + Playlist.MAX_BYTES + " bytes");
      }
    }
    if (answer.announcedSize().orElse(bytes.size()) != bytes.size()) {
      throw new IOException("fewer bytes came than were announced");
    }
    return bytes.toByteArray();
  }
}
