package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// Wraps what [LinuxTrees] laid out, with the tools of the distributions.
final class LinuxPackages {
  private static final long KIBI = 1024;
  private static final Map<String, String> DEBIAN = Map.of("aarch64", "arm64");
  private static final Map<String, String> RED_HAT = Map.of("amd64", "x86_64");

  private final Parts parts;
  private final Path work;
  private final Path target;
  private final Version version;

  LinuxPackages(Parts parts, Path work, Path target, Version version) {
    this.parts = parts;
    this.work = work;
    this.target = target;
    this.version = version;
  }

  /// A `.deb` of a tree, by dpkg-deb.
  void deb(String name, Path root) throws IOException, InterruptedException {
    long size = Folders.bytes(root);
    Path control = Files.createDirectories(root.resolve("DEBIAN"));
    Rights.set(control, "rwxr-xr-x");
    Map<String, String> words =
        Map.of(
            "@VERSION@", version.number(),
            "@ARCHITECTURE@", processor(DEBIAN),
            "@SIZE@", String.valueOf(size / KIBI));
    for (Path file : Folders.list(material("debian").resolve(name), any -> true)) {
      Path filled = control.resolve(file.getFileName());
      Files.writeString(filled, fill(Files.readString(file), words));
      boolean isScript = Files.readString(filled).startsWith("#!");
      Rights.set(filled, isScript ? "rwxr-xr-x" : "rw-r--r--");
    }
    String file = "%s_%s_%s.deb".formatted(name, version.number(), processor(DEBIAN));
    Path half = target.resolve("." + file); // what is cut short is no package
    Tools.run(
        List.of(
            "dpkg-deb",
            "--root-owner-group",
            "-Zzstd",
            "-z9",
            "--build",
            root.toString(),
            half.toString()));
    Files.move(half, target.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    Folders.delete(control);
  }

  /// An `.rpm` of a tree, by rpmbuild.
  void rpm(String name, Path root) throws IOException, InterruptedException {
    Path top = Folders.empty(work.resolve("rpm-" + name));
    Path spec = top.resolve(name + ".spec");
    Map<String, String> words = Map.of("@VERSION@", version.number(), "@ROOT@", root.toString());
    Files.writeString(spec, fill(Files.readString(material("rpm").resolve(name + ".spec")), words));
    Tools.run(
        List.of(
            "rpmbuild",
            "-bb",
            "--target",
            processor(RED_HAT),
            "--define",
            "_topdir " + top,
            "--define",
            "_rpmdir " + target,
            "--define",
            "_binary_payload w9.zstdio",
            "--define",
            "_build_name_fmt %%{NAME}-%%{VERSION}-%%{RELEASE}.%%{ARCH}.rpm",
            spec.toString()));
    Folders.delete(top);
  }

  private Path material(String kind) {
    return parts.material().resolve("linux").resolve(kind);
  }

  private static String processor(Map<String, String> names) {
    String name = System.getProperty("os.arch");
    return names.getOrDefault(name, name);
  }

  private static String fill(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace(word.getKey(), word.getValue());
    }
    return filled;
  }
}
