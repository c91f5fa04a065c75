package dev.streamgate.console.host;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A server's jar, started as the launchers of the server do: with a bounded heap, and from the
/// cache of a rehearsed start where one lies beside the jar (docs/adr/0037, docs/adr/0047).
final class ServerJar {
  private ServerJar() {}

  /// The command by the Java machine that runs this console; the verb is still to come.
  static List<String> command(Path jar) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command =
        new ArrayList<>(
            List.of(java.toString(), "-Xms64m", "-Xmx512m", "-XX:CompileThresholdScaling=3"));
    Path cache = Path.of(jar.toString().replaceFirst("\\.jar$", ".aot"));
    if (Files.isRegularFile(cache)) {
      command.add("-XX:AOTCache=" + cache);
      command.addAll(List.of("-XX:+VerifySharedSpaces", "-Xlog:aot*=off", "-Xlog:cds*=off"));
    }
    command.add("--enable-native-access=ALL-UNNAMED");
    command.addAll(List.of("-jar", jar.toString()));
    return command;
  }
}
