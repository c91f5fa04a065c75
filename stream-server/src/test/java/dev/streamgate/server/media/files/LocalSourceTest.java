package dev.streamgate.server.media.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.media.Content;
import dev.streamgate.server.media.MediaPath;
import dev.streamgate.server.media.StreamFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalSourceTest {
  private static final MediaPath SEGMENT = MediaPath.of("/streams/evt-1/0.ts").orElseThrow();

  @TempDir Path directory;
  private Path root;

  @BeforeEach
  void files() throws IOException {
    root = directory.resolve("streams");
    Files.createDirectories(root.resolve("folder"));
    Files.createDirectories(root.resolve("cache"));
    Files.writeString(root.resolve("folder/0.ts"), "video");
    Files.writeString(root.resolve("cache/0.ts"), "cached");
    Files.writeString(root.resolve("0.ts"), "nobody's");
    Files.writeString(directory.resolve("0.ts"), "outside");
  }

  @Test
  void anEventMayHaveAnotherFolder() throws IOException {
    assertThat(sizeIn(root, event -> "folder")).hasValue(5L);
    assertThat(sizeIn(root, event -> event.value())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "cache", "../streams/folder", "/", "missing"})
  void aFolderIsAlwaysOneOfItsOwnBelowTheRoot(String folder) throws IOException {
    assertThat(sizeIn(root, event -> folder)).isEmpty();
  }

  @Test
  void theRootItselfMayBeALink() throws IOException {
    Path link = Files.createSymbolicLink(directory.resolve("link"), root);

    assertThat(sizeIn(link, event -> "folder")).hasValue(5L);
  }

  @Test
  void aFolderThatLeadsToAnotherEventsFolderIsNone() throws IOException {
    Files.createSymbolicLink(root.resolve("evt-1"), root.resolve("folder"));

    assertThat(sizeIn(root, event -> event.value())).isEmpty();
  }

  @Test
  void aMissingRootHasNoFiles() throws IOException {
    assertThat(sizeIn(directory.resolve("missing"), event -> "folder")).isEmpty();
  }

  private static Optional<Long> sizeIn(Path root, StreamFolders folders) throws IOException {
    Optional<Content> content =
        new LocalSource(root, folders, new HotFiles(1 << 20), InstantSource.system()).open(SEGMENT);
    if (content.isEmpty()) {
      return Optional.empty();
    }
    try (Content open = content.get()) {
      return Optional.of(open.size());
    }
  }
}
