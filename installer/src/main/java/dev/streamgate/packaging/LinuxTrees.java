package dev.streamgate.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/// What a package of Linux puts where, laid out under a folder; `.deb` and `.rpm` wrap the same.
final class LinuxTrees {
  static final String CONSOLE = "streamgate-console";
  private static final List<Integer> ICON_SIZES = List.of(48, 128, 256, 512);

  /// Where each shell looks for what packages bring; zsh in one place on Debian, in another
  /// elsewhere.
  private static final Map<String, List<String>> COMPLETIONS =
      Map.of(
          "bash", List.of("usr/share/bash-completion/completions/streamgate"),
          "zsh",
              List.of(
                  "usr/share/zsh/vendor-completions/_streamgate",
                  "usr/share/zsh/site-functions/_streamgate"),
          "fish", List.of("usr/share/fish/vendor_completions.d/streamgate.fish"));

  private static final String MANUAL = "usr/share/man/man1/streamgate.1.gz";

  private final Parts parts;
  private final Path work;

  LinuxTrees(Parts parts, Path work) {
    this.parts = parts;
    this.work = work;
  }

  Path server(AppImage image, Path licences) throws IOException, InterruptedException {
    Path root = begun(Images.SERVER, image, licences);
    link(root, "usr/bin/streamgate", "/opt/streamgate/bin/streamgate");
    link(root, "opt/streamgate/lib/configuration", "/etc/streamgate/streamgate.env");
    link(root, "opt/streamgate/lib/data", "/var/lib/streamgate");
    guides(root.resolve("usr/share/doc").resolve(Images.SERVER));
    put(root, "streamgate.service", "usr/lib/systemd/system/streamgate.service");
    for (Map.Entry<String, List<String>> shell : COMPLETIONS.entrySet()) {
      complete(root, image, shell.getKey(), shell.getValue());
    }
    explain(root, image);
    Path settings =
        Files.createDirectories(root.resolve("etc/streamgate")).resolve("streamgate.env");
    Files.write(settings, Settings.installed(parts.repository().resolve(".env.example")));
    Rights.forEverybody(root);
    Rights.set(settings, "rw-r-----");
    return root;
  }

  Path console(AppImage image, Path licences) throws IOException {
    Path root = begun(CONSOLE, image, licences);
    link(root, "usr/bin/streamgate-console", "/opt/streamgate-console/bin/" + Images.CONSOLE);
    put(root, "streamgate-console.desktop", "usr/share/applications/streamgate-console.desktop");
    for (int size : ICON_SIZES) {
      Path folder = root.resolve("usr/share/icons/hicolor/" + size + "x" + size + "/apps");
      Files.write(
          Files.createDirectories(folder).resolve("streamgate-console.png"), Icon.png(size));
    }
    Rights.forEverybody(root);
    return root;
  }

  private Path begun(String name, AppImage image, Path licences) throws IOException {
    Path root = Folders.empty(work.resolve("root-" + name));
    Folders.copyTree(image.root(), root.resolve("opt").resolve(name));
    Path papers = Files.createDirectories(root.resolve("usr/share/doc").resolve(name));
    Folders.copy(licences.resolve("THIRD-PARTY.txt"), papers.resolve("THIRD-PARTY.txt"));
    put(root, "copyright", "usr/share/doc/" + name + "/copyright");
    return root;
  }

  /// What operators need where there are no sources: pages and the files that these speak of.
  private void guides(Path papers) throws IOException {
    Path docs = parts.repository().resolve("docs");
    for (String folder : List.of("nginx", "caddy", "monitoring", "examples")) {
      Folders.copyTree(docs.resolve(folder), papers.resolve(folder));
    }
    for (Path page : Folders.list(docs, name -> name.endsWith(".md") || name.endsWith(".yaml"))) {
      Folders.copy(page, papers.resolve(page.getFileName()));
    }
    Folders.copy(parts.repository().resolve("CHANGELOG.md"), papers.resolve("CHANGELOG.md"));
  }

  /// The program itself says how it is completed.
  private void complete(Path root, AppImage image, String shell, List<String> places)
      throws IOException, InterruptedException {
    Path script = said(image, "completion", shell);
    for (String place : places) {
      Folders.copy(script, root.resolve(place));
    }
  }

  /// The program itself writes its manual page, too; packed, as manuals lie there.
  private void explain(Path root, AppImage image) throws IOException, InterruptedException {
    Path page = root.resolve(MANUAL);
    Files.createDirectories(page.resolve("..").normalize());
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(page))) {
      Files.copy(said(image, "manual"), out);
    }
  }

  /// What the packaged program prints.
  private Path said(AppImage image, String... verb) throws IOException, InterruptedException {
    Path words = work.resolve(String.join("-", verb));
    List<String> command =
        new ArrayList<>(
            List.of(
                image.java().toString(),
                "-Dstreamgate.command=streamgate",
                "-jar",
                image.app().resolve("stream-server.jar").toString()));
    command.addAll(List.of(verb));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(words.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    if (process.waitFor() != 0 || Files.size(words) == 0) {
      throw new PackagingException("Nothing is printed by streamgate " + String.join(" ", verb));
    }
    return words;
  }

  private void put(Path root, String material, String place) throws IOException {
    Folders.copy(parts.material().resolve("linux").resolve(material), root.resolve(place));
  }

  private static void link(Path root, String place, String to) throws IOException {
    Path link = root.resolve(place);
    Files.createDirectories(link.resolve("..").normalize());
    Files.createSymbolicLink(link, Path.of(to));
  }
}
