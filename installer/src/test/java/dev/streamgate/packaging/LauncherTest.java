package dev.streamgate.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The command `streamgate` as packages of Linux install it, with a Java machine that only says how
/// it is called.
@EnabledOnOs(OS.LINUX)
class LauncherTest {
  private Path home;
  private Path tools;

  @BeforeEach
  void install(@TempDir Path folder) throws IOException {
    home = folder.resolve("a folder");
    tools = Files.createDirectories(folder.resolve("tools"));
    Path script = Path.of("src/main/packaging/linux/streamgate");
    Folders.copy(script, home.resolve("bin/streamgate"));
    program(
        home.resolve("lib/runtime/bin/java"),
        "printf '%s\\n' \"$@\" \"PORT=${PORT:-}\" \"APP_NAME=${APP_NAME:-}\" \"HOST=${HOST:-}\""
            + " \"LANGUAGE=${LANGUAGE:-}\"");
    program(tools.resolve("id"), "echo 1000");
    Files.createSymbolicLink(tools.resolve("readlink"), Path.of("/usr/bin/readlink"));
  }

  @Test
  void theServerGetsItsBoundsItsCacheAndWhatTheCallerAdds() throws IOException {
    assertThat(streamgate(Map.of("STREAMGATE_JAVA_OPTS", "-Xmx2g -Da=b"), "serve", "--PORT=1 2"))
        .startsWith("-Xms64m", "-Xmx512m", "-XX:CompileThresholdScaling=3")
        .contains("-XX:AOTCache=" + home + "/lib/app/stream-server.aot")
        .contains("-Dstreamgate.command=streamgate")
        .noneMatch(it -> it.isEmpty() || it.startsWith("-Dstreamgate.configuration"))
        .containsSequence("-Xmx2g", "-Da=b", "-jar", home + "/lib/app/stream-server.jar")
        .containsSequence("serve", "--PORT=1 2");
  }

  /// The database's full disk is known by the system's words, which `LC_ALL` translates.
  @Test
  void theSystemSpeaksEnglishToTheServerOfAGermanMachine() throws IOException {
    Map<String, String> german = Map.of("LANG", "de_DE.UTF-8", "LC_ALL", "de_DE.UTF-8");
    assertThat(streamgate(german, "serve")).contains("LANGUAGE=C");
  }

  @Test
  void theInstalledConfigurationCountsUnlessTheCallerSaysOtherwise() throws IOException {
    Files.writeString(
        home.resolve("lib/configuration"),
        """
        # PORT=1
        PORT=8080
        APP_NAME="The $HOME & 'Hall'"
        HOST=127.0.0.1
        PORT=1
          PORT=8081
        HOST=::2
        1BAD=x
        no setting
        """);

    assertThat(streamgate(Map.of("HOST", "::1"), "doctor"))
        .contains("PORT=8081", "APP_NAME=The $HOME & 'Hall'", "HOST=::1")
        .contains("-Dstreamgate.configuration=" + home.toRealPath() + "/lib/configuration");
  }

  @Test
  void rootDoesEverythingAsTheUserOfTheService() throws IOException {
    Files.writeString(home.resolve("lib/configuration"), "PORT=8081\n");
    program(tools.resolve("id"), "echo 0");
    program(tools.resolve("setpriv"), "printf '%s\\n' \"$(pwd -P)\" \"$STREAMGATE_CALLER\" \"$@\"");
    Path data = Files.createDirectories(home.resolve("lib/data"));

    assertThat(streamgate(Map.of(), "backup", "a file"))
        .startsWith(data.toRealPath().toString(), "root")
        .containsSequence("--reuid", "streamgate", "--regid", "streamgate", "--init-groups")
        .endsWith(home + "/bin/streamgate", "backup", "a file");
  }

  @Test
  void theConsoleIsAPackageOfItsOwn() throws IOException {
    assertThat(streamgate(Map.of(), "console"))
        .containsExactly(
            "The console is a package of its own, streamgate-console, and is not installed here.");

    program(tools.resolve("streamgate-console"), "echo console \"$@\"");
    assertThat(streamgate(Map.of(), "console", "--server", "x"))
        .containsExactly("console --server x");
  }

  private static void program(Path file, String line) throws IOException {
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, "#!/bin/sh\n" + line + "\n");
    Rights.executable(file);
  }

  private List<String> streamgate(Map<String, String> environment, String... arguments)
      throws IOException {
    Path link = home.resolve("link");
    if (!Files.exists(link)) {
      Files.createSymbolicLink(link, home.resolve("bin/streamgate"));
    }
    ProcessBuilder builder = new ProcessBuilder(link.toString()).redirectErrorStream(true);
    builder.command().addAll(List.of(arguments));
    builder.environment().clear();
    builder.environment().put("PATH", tools.toString());
    builder.environment().putAll(environment);
    return builder.start().inputReader(StandardCharsets.UTF_8).lines().toList();
  }
}
