package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The scripts that shells complete verbs with; that of bash by bash itself.
class CompletionVerbTest {
  @TempDir Path folder;

  @Test
  void bashCompletesVerbsAndTheirOptions() throws IOException, InterruptedException {
    assertThat(completed("streamgate", "res")).containsExactly("restore", "reset-password");
    assertThat(completed("./streamgate", "do")).containsExactly("doctor");
    assertThat(completed("streamgate", "create-event", "--st")).containsExactly("--starts");
    assertThat(completed("streamgate", "backup", "--w")).containsExactly("--with-secrets");
    assertThat(completed("streamgate", "serve", "--MEDIA_")).containsExactly("--MEDIA_PORT=");
    assertThat(completed("streamgate", "serve", "--INTERNAL_")).isEmpty();
    assertThat(completed("streamgate", "rehe")).isEmpty();
    Files.createFile(folder.resolve("backup.zip"));
    assertThat(completed("streamgate", "restore", "back")).containsExactly("backup.zip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void everyVerbIsInEveryScript(String shell) {
    String script = script(shell);

    for (String verb : List.of("serve", "seed", "create-event", "add-vod", "backup", "restore")) {
      assertThat(script).contains(verb);
    }
    assertThat(script).contains("with-secrets", "console").doesNotContain("rehearse");
  }

  @Test
  void anotherShellIsRefused() {
    TypedVerb refused = TypedVerb.run(Map.of(), "completion", "csh");

    assertThat(refused.status()).isEqualTo(2);
    assertThat(refused.err()).contains("bash, zsh and fish");
    assertThat(TypedVerb.run(Map.of(), "completion").status()).isEqualTo(2);
  }

  private List<String> completed(String... words) throws IOException, InterruptedException {
    Path script = folder.resolve("script");
    Files.writeString(script, script("bash"));
    String test =
        """
        source "$1"; shift
        COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1))
        complete -p streamgate >/dev/null || exit 1
        _streamgate
        printf '%s\\n' "${COMPREPLY[@]}"
        """;
    ProcessBuilder bash = new ProcessBuilder("bash", "-c", test, "bash", script.toString());
    bash.command().addAll(List.of(words));
    bash.directory(folder.toFile()).redirectErrorStream(true);
    Process process = bash.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return said.lines().filter(it -> !it.isEmpty()).toList();
  }

  private static String script(String shell) {
    TypedVerb printed = TypedVerb.run(Map.of(), "completion", shell);
    assertThat(printed.status()).isZero();
    return printed.out();
  }
}
