package dev.streamgate.packaging;

import java.nio.file.Path;
import java.util.Locale;

/// The system that packages are made on, which is the one they are for.
enum Platform {
  LINUX("linux", "lib/app", "lib/runtime", "bin/%s"),
  MAC("macos", "Contents/app", "Contents/runtime/Contents/Home", "Contents/MacOS/%s"),
  WINDOWS("windows", "app", "runtime", "%s.exe");

  private final String word;
  private final String app;
  private final String runtime;
  private final String launcher;

  Platform(String word, String app, String runtime, String launcher) {
    this.word = word;
    this.app = app;
    this.runtime = runtime;
    this.launcher = launcher;
  }

  static Platform current() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return WINDOWS;
    }
    return name.startsWith("mac") ? MAC : LINUX;
  }

  /// As it stands in the names of files, such as `linux-x64`.
  String named() {
    String processor = System.getProperty("os.arch");
    return word + "-" + (processor.equals("amd64") ? "x64" : processor);
  }

  /// Where jpackage puts an image of this name.
  AppImage image(Path folder, String name) {
    Path root = folder.resolve(this == MAC ? name + ".app" : name);
    return new AppImage(
        root, root.resolve(app), root.resolve(runtime), root.resolve(launcher.formatted(name)));
  }
}
