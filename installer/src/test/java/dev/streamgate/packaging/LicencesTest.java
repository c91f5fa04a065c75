package dev.streamgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicencesTest {
  private static final Component PART =
      new Component("org.example:part", "1.0", List.of("MIT"), "pkg:maven/org.example/part@1.0");
  private static final Component FROM_NPM =
      new Component("player", "2.0", List.of("BSD-3-Clause"), "pkg:npm/player@2.0");

  private Path folder;
  private Path own;
  private Licences licences;

  @BeforeEach
  void haveParts(@TempDir Path temporary) throws IOException {
    folder = temporary.resolve("licences");
    own = Files.writeString(temporary.resolve("LICENSE"), "ours");
    Path portal = temporary.resolve("portal");
    Path player = Files.createDirectories(portal.resolve("node_modules/player"));
    Files.writeString(player.resolve("LICENSE.md"), "theirs too");
    licences = new Licences(folder, List.of(jar(temporary)), new NpmParts(portal));
  }

  @Test
  void everyPartIsListedWithTheTextsItHolds() throws IOException {
    licences.write(List.of(PART, FROM_NPM), own);

    assertThat(folder.resolve("THIRD-PARTY.txt"))
        .content()
        .contains("org.example:part 1.0: MIT (org.example-part/LICENSE.txt)")
        .contains("player 2.0: BSD-3-Clause (player/LICENSE.md)");
    assertThat(folder.resolve("org.example-part/LICENSE.txt")).hasContent("theirs");
    assertThat(folder.resolve("player/LICENSE.md")).hasContent("theirs too");
    assertThat(folder.resolve("LICENSE")).hasContent("ours");
  }

  @Test
  void aPartWithoutALicenceEndsTheBuild() {
    Component unknown = new Component("x", "1", List.of(), "pkg:maven/x/x@1");

    assertThatThrownBy(() -> licences.write(List.of(unknown), own))
        .hasMessage("The licence of pkg:maven/x/x@1 is not known.");
  }

  private static Path jar(Path folder) throws IOException {
    Path jar = folder.resolve("part-1.0.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(file)) {
      content.putNextEntry(new JarEntry("META-INF/LICENSE.txt"));
      content.write("theirs".getBytes(StandardCharsets.UTF_8));
      content.putNextEntry(new JarEntry("org/example/License.class"));
    }
    return jar;
  }
}
