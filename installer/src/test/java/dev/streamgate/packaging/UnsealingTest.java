package dev.streamgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsealingTest {
  private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

  @TempDir Path folder;

  @Test
  void onlyTheSealIsTakenAway() throws IOException {
    Path jar = jar("Sealed", "true");

    Unsealing.of(jar);

    try (JarFile unsealed = new JarFile(jar.toFile())) {
      Attributes said = unsealed.getManifest().getMainAttributes();
      assertThat(said.getValue("Sealed")).isNull();
      assertThat(said.getValue("Bundle-Name")).isEqualTo("Library");
      assertThat(unsealed.getInputStream(unsealed.getEntry("a.txt"))).hasContent("content");
    }
    assertThat(Files.getLastModifiedTime(jar)).isEqualTo(TIME);
  }

  @Test
  void aJarWithoutASealStaysAsItIs() throws IOException {
    Path jar = jar("Bundle-Version", "1");
    byte[] before = Files.readAllBytes(jar);

    Unsealing.of(jar);

    assertThat(jar).hasBinaryContent(before);
  }

  private Path jar(String name, String value) throws IOException {
    Manifest manifest = new Manifest();
    Attributes says = manifest.getMainAttributes();
    says.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    says.putValue("Bundle-Name", "Library");
    says.putValue(name, value);
    Path jar = folder.resolve("library.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream content = new JarOutputStream(out, manifest)) {
      content.putNextEntry(new ZipEntry("a.txt"));
      content.write("content".getBytes(StandardCharsets.UTF_8));
    }
    Files.setLastModifiedTime(jar, TIME);
    return jar;
  }
}
