package dev.streamgate.server.media.files;

import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.ContentRequest;
import dev.streamgate.server.media.ContentSource;
import dev.streamgate.server.media.StreamFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/// Stream files below the stream root. Encoders write, replace and delete them at any time.
public final class LocalSource implements ContentSource {
  private static final int ATTEMPTS = 3;

  private final StreamRoot root;

  public LocalSource(Path root, StreamFolders folders) {
    this.root = new StreamRoot(root, folders);
  }

  @Override
  public Optional<Content> open(ContentRequest request) throws IOException {
    Optional<Path> found = root.find(request.path());
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try {
      return openSettled(found.get());
    } catch (NoSuchFileException e) {
      // An encoder's clean-up came between looking and opening.
      return Optional.empty();
    }
  }

  /// Validators must belong to the bytes that are sent: if the file was replaced while it was being
  /// opened it is opened again. A file that never rests is served as it was seen last.
  private static Optional<Content> openSettled(Path file) throws IOException {
    for (int attempt = 1; ; attempt++) {
      BasicFileAttributes before = attributes(file);
      if (!before.isRegularFile()) {
        return Optional.empty(); // Opening a pipe would wait for its writer for ever.
      }
      LocalContent content = LocalContent.open(file, before);
      if (attempt == ATTEMPTS || isSameState(before, attributes(file), content)) {
        return Optional.of(content);
      }
      content.close();
    }
  }

  private static boolean isSameState(
      BasicFileAttributes before, BasicFileAttributes after, LocalContent content) {
    return before.lastModifiedTime().equals(after.lastModifiedTime())
        && before.size() == content.size()
        && after.size() == content.size();
  }

  private static BasicFileAttributes attributes(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
