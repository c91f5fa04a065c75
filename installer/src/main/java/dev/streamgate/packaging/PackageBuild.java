package dev.streamgate.packaging;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The whole way from what the modules built to packages that were started once.
public final class PackageBuild {
  private static final long MEGABYTE = 1_000_000;

  private final Platform platform = Platform.current();
  private final Parts parts;
  private final Path target;
  private final Path work;
  private final Path licences;
  private final Version version;
  private final PrintStream out;

  private PackageBuild(Path repository, Path target, String version, PrintStream out) {
    this.parts = new Parts(repository);
    this.target = target;
    this.work = target.resolve("work");
    this.licences = target.resolve("licences");
    this.version = new Version(version);
    this.out = out;
  }

  /// The repository, the folder for packages, the version, and the list of Maven's parts.
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path repository = Path.of(arguments[0]).toRealPath();
    Path target = Path.of(arguments[1]).toAbsolutePath();
    PackageBuild build = new PackageBuild(repository, target, arguments[2], System.out);
    try {
      build.run(Path.of(arguments[3]));
    } catch (PackagingException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private void run(Path mavenParts) throws IOException, InterruptedException {
    Folders.empty(target);
    Files.createDirectories(work);
    Path icon = Icon.draw(platform, work);
    Runtimes runtimes = new Runtimes(work);
    Images images = new Images(platform, parts, work, target, version);
    SystemPackages installers = new SystemPackages(platform, target, version);

    say("The server's image");
    Path runtime = runtimes.forServer();
    papers(mavenParts, runtime);
    AppImage server = images.server(runtime, icon);
    say("The console's image");
    AppImage console = images.console(runtimes.forConsole(parts.javafx()), icon);

    say("Rehearsed starts");
    QuickStarts quickStarts = new QuickStarts(work);
    quickStarts.ofServer(server, server.app().resolve("stream-server.jar"));
    quickStarts.ofServer(console, console.app().resolve("server").resolve("stream-server.jar"));
    quickStarts.ofConsole(console);
    for (AppImage image : List.of(server, console)) {
      Folders.copyTree(licences, image.app().resolve("licences"));
      installers.sign(image);
    }

    say("First starts of what was packaged");
    FirstStarts firstStarts = new FirstStarts(work.resolve("first-start"));
    firstStarts.ofServer(server);
    firstStarts.ofConsole(console);

    say("Packages");
    if (platform == Platform.LINUX) {
      linux(server, console);
    } else {
      installers.server(server);
      installers.console(console);
    }
    finish(server, console);
  }

  private void papers(Path mavenParts, Path runtime) throws IOException {
    NpmParts npm = new NpmParts(parts.portal());
    PartsList list =
        PartsList.read(mavenParts).named("StreamGate").with(npm.components()).withJava(runtime);
    list.write(target.resolve("streamgate-" + version.number() + ".cdx.json"));
    new Licences(licences, parts.libraries(), npm).write(list.components(), parts.license());
    Folders.copy(licences.resolve("THIRD-PARTY.txt"), target.resolve("THIRD-PARTY.txt"));
  }

  private void linux(AppImage server, AppImage console) throws IOException, InterruptedException {
    LinuxTrees trees = new LinuxTrees(parts, work);
    LinuxPackages packages = new LinuxPackages(parts, work, target, version);
    Path serverTree = trees.server(server, licences);
    Path consoleTree = trees.console(console, licences);
    if (has("dpkg-deb", ".deb", "dpkg")) {
      packages.deb(Images.SERVER, serverTree);
      packages.deb(LinuxTrees.CONSOLE, consoleTree);
    }
    if (has("rpmbuild", ".rpm", "rpm")) {
      packages.rpm(Images.SERVER, serverTree);
      packages.rpm(LinuxTrees.CONSOLE, consoleTree);
    }
  }

  private boolean has(String tool, String kind, String origin) {
    boolean isThere = Tools.has(tool);
    if (!isThere) {
      out.println(
          "NOT MADE: "
              + kind
              + ", since there is no "
              + tool
              + "; it comes with the package "
              + origin);
    }
    return isThere;
  }

  private void finish(AppImage server, AppImage console) throws IOException {
    Checksums.write(target);
    Folders.delete(work);
    for (AppImage image : List.of(server, console)) {
      tell(image.root(), Folders.bytes(image.root()));
    }
    for (Path file : Folders.list(target, name -> true)) {
      if (Files.isRegularFile(file)) {
        tell(file, Files.size(file));
      }
    }
  }

  private void tell(Path file, long bytes) {
    out.printf("%6.1f MB  %s%n", (double) bytes / MEGABYTE, file);
  }

  private void say(String words) {
    out.println(words + " …");
  }
}
