package dev.streamgate.packaging;

import java.nio.file.Path;

/// A folder that runs by itself: our jars, the Java machine that runs them, and a launcher.
record AppImage(Path root, Path app, Path runtime, Path launcher) {
  Path java() {
    return runtime.resolve("bin").resolve("java");
  }
}
