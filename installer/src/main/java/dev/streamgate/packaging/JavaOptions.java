package dev.streamgate.packaging;

import java.util.ArrayList;
import java.util.List;

/// How the Java machine is started. The script `streamgate` of the repository says the same
/// (docs/adr/0037, docs/adr/0047).
final class JavaOptions {
  static final String CONSOLE_CLASS = "dev.streamgate.console.ConsoleLauncher";

  private JavaOptions() {}

  static List<String> ofServer(String cache) {
    List<String> options =
        new ArrayList<>(List.of("-Xms64m", "-Xmx512m", "-XX:CompileThresholdScaling=3"));
    options.addAll(withCache(cache));
    options.addAll(
        List.of("--enable-native-access=ALL-UNNAMED", "-Dstreamgate.command=streamgate"));
    return options;
  }

  static List<String> ofConsole(String cache) {
    List<String> options = new ArrayList<>(withCache(cache));
    options.add("--enable-native-access=ALL-UNNAMED,javafx.graphics");
    return options;
  }

  /// What is not right with a cache the Java machine notices, and starts without.
  private static List<String> withCache(String cache) {
    return List.of(
        "-XX:AOTCache=" + cache, "-XX:+VerifySharedSpaces", "-Xlog:aot*=off", "-Xlog:cds*=off");
  }

  /// For a start that is watched, and leaves a cache. G1, because only it writes what every
  /// collector can read; without notes of what ran often, which would busy the compiler at a start.
  static List<String> watched(String cache) {
    return List.of(
        "-XX:AOTCacheOutput=" + cache,
        "-XX:+UseG1GC",
        "-XX:+UnlockDiagnosticVMOptions",
        "-XX:-AOTRecordTraining");
  }

  /// For a console on a screen that nobody sees, with settings of its own.
  static List<String> unseen(String home) {
    return List.of("-Dglass.platform=Headless", "-Dprism.order=sw", "-Duser.home=" + home);
  }
}
