package dev.streamgate.server.media.files;

import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.SourceMetrics;
import dev.streamgate.server.media.SourceMetrics.CacheResult;
import dev.streamgate.server.media.SourceUnavailableException;
import dev.streamgate.server.media.Upstream;
import dev.streamgate.server.media.UpstreamFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Downloads segments into the cache, each once however many ask for it, and gives them to those
/// who wait while they come. A download goes on when they leave, because a player that leaves in
/// the middle often comes back for the rest; what could not be kept for it is given up.
final class SegmentDownloads {
  private static final Logger LOG = LoggerFactory.getLogger(SegmentDownloads.class);
  private static final int BUFFER = 64 * 1024;

  private final Upstream upstream;
  private final SegmentCache cache;
  private final CacheCleaner cleaner;
  private final SourceMetrics metrics;
  private final Executor executor;
  private final Map<RemoteFile, Fetch> underWay = new ConcurrentHashMap<>();

  /// @param executor runs downloads, as many at once as there are
  SegmentDownloads(
      Upstream upstream,
      SegmentCache cache,
      CacheCleaner cleaner,
      SourceMetrics metrics,
      Executor executor) {
    this.upstream = upstream;
    this.cache = cache;
    this.cleaner = cleaner;
    this.metrics = metrics;
    this.executor = executor;
  }

  /// Waits until the file begins to come. Empty if there is none.
  ///
  /// @throws SourceUnavailableException if nobody can tell
  Optional<Content> open(RemoteFile file) throws SourceUnavailableException {
    Fetch fetch = join(file);
    boolean waits = false;
    try {
      Optional<Arrival> arrival = fetch.await();
      waits = arrival.isPresent();
      return arrival.map(it -> new GrowingContent(it, fetch::leave));
    } finally {
      if (!waits) {
        fetch.leave();
      }
    }
  }

  private Fetch join(RemoteFile file) {
    Fetch fetch =
        underWay.compute(
            file,
            (key, running) -> {
              Fetch joined = running == null ? new Fetch() : running;
              joined.join();
              return joined;
            });
    if (fetch.begin()) {
      metrics.cacheAsked(CacheResult.MISS);
      start(file, fetch);
    } else {
      metrics.cacheAsked(CacheResult.SHARED);
    }
    return fetch;
  }

  private void start(RemoteFile file, Fetch fetch) {
    try {
      executor.execute(() -> run(file, fetch));
    } catch (RuntimeException e) {
      end(file, fetch, e);
      throw e;
    }
  }

  private void run(RemoteFile file, Fetch fetch) {
    Throwable failure = new IOException("the download was broken off");
    try (Answer answer = new Answer(upstream.get(file.address()))) {
      if (answer.file().isPresent()) {
        download(file, answer.file().get(), fetch);
      } else {
        underWay.remove(file, fetch); // whoever asks from now on asks anew
        fetch.isMissing();
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("a download failed", e);
      failure = e;
    } finally {
      end(file, fetch, failure);
    }
  }

  /// Whatever has happened, nobody waits any longer.
  private void end(RemoteFile file, Fetch fetch, Throwable failure) {
    underWay.remove(file, fetch);
    fetch.fails(failure);
    fetch.leave();
  }

  private void download(RemoteFile file, UpstreamFile answer, Fetch fetch) throws IOException {
    long round = cache.round();
    Spool spool = cache.newSpool();
    Arrival arrival = Arrival.of(answer, spool, cache.now());
    fetch.arrives(arrival);
    byte[] buffer = new byte[BUFFER];
    for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
      spool.append(buffer, read);
      requireUse(spool, fetch);
    }
    if (!arrival.isWhole()) {
      throw new IOException("fewer bytes came than were announced");
    }
    fetch.ends(keep(file, arrival, round));
  }

  private void requireUse(Spool spool, Fetch fetch) throws IOException {
    if (spool.arrived() > cache.limits().maxBytes()) {
      throw new IOException("a file larger than the whole cache");
    }
    if (fetch.isForNobody() && spool.wholeFile().isEmpty()) {
      throw new IOException("nobody waits and it cannot be kept");
    }
  }

  private boolean keep(RemoteFile file, Arrival arrival, long round) {
    Optional<Path> whole = arrival.spool().wholeFile().filter(it -> arrival.isWorthKeeping());
    boolean kept =
        whole.isPresent() && cache.keep(whole.get(), file, arrival.lastModified(), round);
    cleaner.queueSizeCheck();
    return kept;
  }

  private record Answer(Optional<UpstreamFile> file) implements AutoCloseable {
    @Override
    public void close() {
      file.ifPresent(UpstreamFile::close);
    }
  }
}
