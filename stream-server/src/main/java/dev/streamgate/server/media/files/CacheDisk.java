package dev.streamgate.server.media.files;

import dev.streamgate.model.events.EventId;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The folders and files of the cache: `<folder>/<path>` for what is kept, and a folder for what is
/// still coming, on the same disk so that a file appears whole or not at all. No link below the
/// root is followed when something is written or removed.
final class CacheDisk {
  /// No stream folder begins with a dot.
  private static final String COMING = ".incoming";

  private static final String INDEX = ".index";
  private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

  private final Path root;

  private CacheDisk(Path root) {
    this.root = root;
  }

  /// A root that does not exist is made when there is something to put into it.
  ///
  /// @throws IOException if the way to it cannot be looked at
  static CacheDisk at(Path root) throws IOException {
    Path absolute = root.toAbsolutePath().normalize();
    Path existing = absolute;
    while (Files.notExists(existing)) {
      existing = existing.resolveSibling("");
    }
    return new CacheDisk(existing.toRealPath().resolve(existing.relativize(absolute)));
  }

  boolean exists() {
    return Files.isDirectory(root);
  }

  Path root() {
    return root;
  }

  IndexFile index() {
    return new IndexFile(root.resolve(INDEX));
  }

  /// A name for a file that is coming; nothing is there yet.
  Path newFile() throws IOException {
    Path folder = root.resolve(COMING);
    Files.createDirectories(folder);
    return folder.resolve(UUID.randomUUID() + ".part");
  }

  /// Puts a file that has come to its place, with its time of change.
  void keep(Path file, CacheKey key, Instant lastModified) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(lastModified));
    Path place = place(key);
    makeFolders(key);
    Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Whether there is such a file, on a way without links.
  boolean has(CacheKey key) {
    Path place = place(key);
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && isReal(folderOf(place));
  }

  /// Removes a file, and the folders that are empty without it.
  void remove(CacheKey key) throws IOException {
    if (has(key)) {
      Path place = place(key);
      Files.delete(place);
      removeEmpty(folderOf(place));
    }
  }

  /// Removes what was coming when the last process ended.
  void removeUnfinished() throws IOException {
    Path folder = root.resolve(COMING);
    if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.walkFileTree(folder, visitor((file, attributes) -> Files.delete(file)));
    }
  }

  /// Looks at every file that is kept.
  void scan(BiConsumer<CacheKey, BasicFileAttributes> found) throws IOException {
    Files.walkFileTree(
        root,
        visitor((file, attributes) -> {
          String path = SEPARATOR.matcher(root.relativize(file).toString()).replaceAll("/");
          int slash = path.indexOf('/');
          if (attributes.isRegularFile()
              && slash > 0
              && EventId.isValid(path.substring(0, slash))) {
            found.accept(CacheKey.parse(path), attributes);
          }
        }));
  }

  private Path place(CacheKey key) {
    return root.resolve(key.folder()).resolve(key.path());
  }

  /// A place has a folder at least: the one of its event.
  private static Path folderOf(Path place) {
    return place.resolveSibling("");
  }

  private static boolean isReal(Path folder) {
    try {
      return folder.toRealPath().equals(folder);
    } catch (IOException e) {
      return false;
    }
  }

  /// One after the other, so that no link is followed.
  private void makeFolders(CacheKey key) throws IOException {
    Path folder = root;
    for (Path name : root.relativize(folderOf(place(key)))) {
      folder = folder.resolve(name);
      if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        Files.createDirectory(folder);
      }
    }
  }

  private void removeEmpty(Path folder) throws IOException {
    Path empty = folder;
    while (!empty.equals(root) && isEmpty(empty)) {
      Files.delete(empty);
      empty = empty.resolveSibling("");
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (var files = Files.newDirectoryStream(folder)) {
      return !files.iterator().hasNext();
    }
  }

  @FunctionalInterface
  private interface FileUse {
    void use(Path file, BasicFileAttributes attributes) throws IOException;
  }

  /// Files come and go during a walk; what cannot be looked at is not there.
  private static FileVisitor<Path> visitor(FileUse use) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
          throws IOException {
        use.use(file, attributes);
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path file, IOException failure) {
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
        return FileVisitResult.CONTINUE;
      }
    };
  }
}
