package dev.streamgate.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Makes the folders that run by themselves, by jpackage.
final class Images {
  static final String SERVER = "streamgate";
  static final String CONSOLE = "StreamGate Console";

  private final Platform platform;
  private final Parts parts;
  private final Path work;
  private final Path target;
  private final Version version;

  Images(Platform platform, Parts parts, Path work, Path target, Version version) {
    this.platform = platform;
    this.parts = parts;
    this.work = work;
    this.target = target;
    this.version = version;
  }

  /// The server, to be started as `streamgate` with a verb.
  AppImage server(Path runtime, Path icon) throws IOException {
    Path input = Folders.empty(work.resolve("input-server"));
    Folders.copy(parts.serverJar(), input.resolve("stream-server.jar"));
    List<String> more = new ArrayList<>(options("stream-server.jar", runtime, icon, input));
    for (String option : JavaOptions.ofServer("$APPDIR/stream-server.aot")) {
      more.addAll(List.of("--java-options", option));
    }
    if (platform == Platform.WINDOWS) {
      more.add("--win-console");
    }
    AppImage image = make(SERVER, more);
    putServerLibraries(image.app().resolve("lib"));
    if (platform == Platform.LINUX) {
      startByScript(image);
    }
    return image;
  }

  /// The console, with the server that it starts on the same computer.
  AppImage console(Path runtime, Path icon) throws IOException {
    Path input = Folders.empty(work.resolve("input-console"));
    Folders.copy(parts.consoleJar(), input.resolve("admin-desktop.jar"));
    Folders.copyAll(parts.consoleLibraries(), input);
    List<String> more = new ArrayList<>(options("admin-desktop.jar", runtime, icon, input));
    more.addAll(List.of("--main-class", JavaOptions.CONSOLE_CLASS));
    for (String option : JavaOptions.ofConsole("$APPDIR/console.aot")) {
      more.addAll(List.of("--java-options", option));
    }
    more.addAll(List.of("--java-options", "-Dstreamgate.server=$APPDIR/server/stream-server.jar"));
    AppImage image = make(CONSOLE, more);
    Path server = image.app().resolve("server");
    Folders.copy(parts.serverJar(), server.resolve("stream-server.jar"));
    putServerLibraries(server.resolve("lib"));
    return image;
  }

  private void putServerLibraries(Path folder) throws IOException {
    for (Path library : parts.serverLibraries()) {
      Path jar = folder.resolve(library.getFileName());
      Folders.copy(library, jar);
      Unsealing.of(jar);
    }
  }

  private List<String> options(String jar, Path runtime, Path icon, Path input) {
    return List.of(
        "--input", input.toString(),
        "--main-jar", jar,
        "--runtime-image", runtime.toString(),
        "--icon", icon.toString());
  }

  private AppImage make(String name, List<String> more) throws IOException {
    AppImage image = platform.image(target, name);
    Folders.delete(image.root());
    List<String> arguments = new ArrayList<>(List.of("--type", "app-image", "--name", name));
    arguments.addAll(List.of("--dest", target.toString(), "--vendor", "StreamGate"));
    arguments.addAll(List.of("--app-version", version.asJpackageTakesIt(platform)));
    arguments.addAll(more);
    Tools.jdk("jpackage", arguments);
    return image;
  }

  /// A script takes `STREAMGATE_JAVA_OPTS` and the configuration in `/etc`, which jpackage's own
  /// launcher cannot (docs/adr/0063).
  private void startByScript(AppImage image) throws IOException {
    for (Path needless : Folders.list(image.app(), name -> name.endsWith(".cfg"))) {
      Files.delete(needless);
    }
    Files.delete(image.root().resolve("lib").resolve("libapplauncher.so"));
    Files.copy(
        parts.material().resolve("linux").resolve("streamgate"),
        image.launcher(),
        StandardCopyOption.REPLACE_EXISTING);
    Rights.executable(image.launcher());
  }
}
