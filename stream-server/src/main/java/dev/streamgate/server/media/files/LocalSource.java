package dev.streamgate.server.media.files;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.DiskPlace;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.StreamFolders;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/// Stream files below the stream root. Encoders write, replace and delete them at any time. A file
/// that was found is looked for no more, only looked at: one call of the system tells whether it is
/// still the same.
public final class LocalSource implements ContentSource {
  private static final int ATTEMPTS = 3;
  private static final int MOST_KNOWN = 20_000;
  private static final Duration KNOWN = Duration.ofMinutes(1);

  private final DiskPlace.Root kind;
  private final StreamRoot root;
  private final HotFiles hot;
  private final InstantSource clock;
  private final Cache<MediaPath, KnownFile> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterAccess(KNOWN).build();

  public LocalSource(Path root, StreamFolders folders, HotFiles hot, InstantSource clock) {
    this(DiskPlace.Root.LOCAL, root, folders, hot, clock);
  }

  /// @param kind what the root is called when others are told where a file lies
  LocalSource(
      DiskPlace.Root kind, Path root, StreamFolders folders, HotFiles hot, InstantSource clock) {
    this.kind = kind;
    this.root = new StreamRoot(root, folders);
    this.hot = hot;
    this.clock = clock;
  }

  @Override
  public Optional<Content> open(ContentRequest request) throws IOException {
    Optional<Path> way = root.way(request.path());
    if (way.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<Content> again = openAgain(request, way.get());
      return again.isPresent() ? again : openAnew(request, way.get());
    } catch (NoSuchFileException e) {
      // An encoder's clean-up came between looking and opening.
      return Optional.empty();
    }
  }

  /// Looked at after it was opened, so that what is looked at is what was opened.
  private Optional<Content> openAgain(ContentRequest request, Path way) throws IOException {
    KnownFile file = known.getIfPresent(request.path());
    if (file == null) {
      return Optional.empty();
    }
    try {
      Content content = content(file, request);
      if (content.size() == file.size() && file.isStill(way)) {
        return Optional.of(content);
      }
      content.close();
    } catch (FileSystemException e) {
      // No longer there, though the way may lead to another by now.
    }
    known.invalidate(request.path());
    return Optional.empty();
  }

  private Optional<Content> openAnew(ContentRequest request, Path way) throws IOException {
    Optional<StreamRoot.Found> found = root.find(request.path());
    return found.isPresent() ? openSettled(request, way, found.get()) : Optional.empty();
  }

  /// Validators must belong to the bytes that are sent: if the file was replaced while it was being
  /// opened it is opened again. A file that never rests is served as it was seen last.
  private Optional<Content> openSettled(ContentRequest request, Path way, StreamRoot.Found found)
      throws IOException {
    for (int attempt = 1; ; attempt++) {
      Instant now = clock.instant();
      Optional<FileState> state = FileState.of(attributes(found.path()));
      if (state.isEmpty()) {
        return Optional.empty(); // Opening a pipe would wait for its writer for ever.
      }
      KnownFile file = new KnownFile(way, found, state.get(), now);
      Content content = content(file, request);
      boolean settled = content.size() == file.size() && file.isStill(way);
      if (settled && file.isDecisive()) {
        known.put(request.path(), file);
      }
      if (settled || attempt == ATTEMPTS) {
        return Optional.of(content);
      }
      content.close();
    }
  }

  private Content content(KnownFile file, ContentRequest request) throws IOException {
    if (request.placeSuffices()) {
      return new PlacedContent(file, kind);
    }
    Optional<HeldBytes> held = file.isDecisive() ? hot.hold(file) : Optional.empty();
    return held.isPresent() ? new HeldContent(file, held.get()) : LocalContent.open(file);
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
