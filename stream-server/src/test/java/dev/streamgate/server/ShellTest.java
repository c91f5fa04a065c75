package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Verbs as a shell calls them: at a terminal, with their output sent elsewhere.
@EnabledOnOs(OS.LINUX)
@Timeout(60)
class ShellTest {
  private static final String PASSWORD = "korrektes Pferd";

  @TempDir Path folder;

  @Test
  void aPasswordIsNotShownWhereOnlyTheOutputGoesElsewhere() throws Exception {
    Path file = folder.resolve("hash");
    Process terminal =
        new ProcessBuilder(
                "script",
                "--quiet",
                "--return",
                "--command",
                "stty -a; " + call("hash-password") + " > " + file + "; stty -a",
                folder.resolve("typescript").toString())
            .redirectErrorStream(true)
            .start();
    StringBuilder screen = new StringBuilder();
    try (Reader shown = terminal.inputReader(StandardCharsets.UTF_8);
        OutputStream keys = terminal.getOutputStream()) {
      for (String prompt : List.of("Password: ", "Repeat the password: ")) {
        readUntil(prompt, shown, screen);
        keys.write((PASSWORD + "\n").getBytes(StandardCharsets.UTF_8));
        keys.flush();
      }
      for (int letter = shown.read(); letter >= 0; letter = shown.read()) {
        screen.append((char) letter);
      }
    }

    assertThat(terminal.waitFor()).isZero();
    assertThat(screen.toString()).doesNotContain(PASSWORD);
    assertThat(screen.toString().split("(?<!-)\\becho\\b", -1)).hasSize(3);
    String hash = Files.readString(file).strip().replace("ADMIN_PASSWORD_HASH=", "");
    assertThat(new BcryptPasswords().matches(PASSWORD, hash)).isTrue();
  }

  @Test
  void whatCouldNotBePrintedIsNotDone() throws Exception {
    Path err = folder.resolve("err");

    assertThat(shell(call("generate-secret") + " > /dev/full 2> " + err)).isEqualTo(1);
    assertThat(Files.readString(err))
        .contains("Failed: the output is not whole: No space left on device");
  }

  @Test
  void whoStopsReadingHearsNothing() throws Exception {
    Path err = folder.resolve("err");

    shell("{ " + call("manual") + "; } 2> " + err + " | true");

    assertThat(Files.readString(err)).doesNotContain("Failed");
  }

  @Test
  void everyVerbKnowsItsVersion() throws Exception {
    Path out = folder.resolve("out");

    assertThat(shell(call("serve -V") + " > " + out)).isZero();
    assertThat(Files.readString(out)).isNotBlank();
  }

  private static void readUntil(String text, Reader shown, StringBuilder screen)
      throws IOException {
    int from = screen.length();
    while (screen.indexOf(text, from) < 0) {
      int letter = shown.read();
      assertThat(letter).as(screen.toString()).isNotNegative();
      screen.append((char) letter);
    }
  }

  private static int shell(String command) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", command).start().waitFor();
  }

  private static String call(String verb) {
    return ServerProcess.program().stream()
            .map(word -> "'" + word + "'")
            .collect(Collectors.joining(" "))
        + " "
        + verb;
  }
}
