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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
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
  private final Cache<MediaPath, KnownFile> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).expireAfterAccess(KNOWN).build();

  public LocalSource(Path root, StreamFolders folders, HotFiles hot) {
    this(DiskPlace.Root.LOCAL, root, folders, hot);
  }

  /// @param kind what the root is called when others are told where a file lies
  LocalSource(DiskPlace.Root kind, Path root, StreamFolders folders, HotFiles hot) {
    this.kind = kind;
    this.root = new StreamRoot(root, folders);
    this.hot = hot;
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

  private Optional<Content> openAgain(ContentRequest request, Path way) throws IOException {
    KnownFile file = known.getIfPresent(request.path());
    if (file == null || !file.isStill(way)) {
      return Optional.empty();
    }
    Content content = content(file, request);
    if (content.size() == file.size()) {
      return Optional.of(content);
    }
    content.close();
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
      Optional<FileState> state = FileState.of(attributes(found.path()));
      if (state.isEmpty()) {
        return Optional.empty(); // Opening a pipe would wait for its writer for ever.
      }
      KnownFile file = new KnownFile(way, found, state.get());
      Content content = content(file, request);
      boolean settled = content.size() == file.size() && file.isStill(way);
      if (settled && state.get().isIdentified()) {
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
    Optional<HeldBytes> held = hot.hold(file);
    return held.isPresent() ? new HeldContent(file, held.get()) : LocalContent.open(file);
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
