package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who reads the remedies, and what he needs to follow them.
class CallerTest {
  @TempDir Path folder;

  @Test
  void sudoIsForOthersThings() {
    String me = System.getProperty("user.name");
    assertThat(new Caller(me, false, false, "Linux").sudoFor(folder)).isEmpty();
    assertThat(new Caller(me, false, true, "Linux").sudoFor(folder)).isEqualTo("sudo ");
    assertThat(new Caller("somebody", false, false, "Linux").sudoFor(folder)).isEqualTo("sudo ");
    assertThat(new Caller("somebody", true, true, "Linux").sudoFor(folder)).isEmpty();
  }

  /// The last two are the log of a service, and a container.
  @ParameterizedTest
  @CsvSource({
    "streamgate, STREAMGATE_CALLER, root, true, true",
    "anna, LANG, C, false, true",
    "streamgate, INVOCATION_ID, 4711, false, true",
    "streamgate, LANG, C, false, false"
  })
  void whoMayReadTheConfigurationOfTheServiceIsNotRootForThat(
      String user, String variable, String value, boolean isRoot, boolean isOutsider) {
    assertThat(Caller.of(Map.of(variable, value), true, user, "Linux"))
        .isEqualTo(new Caller(user, isRoot, isOutsider, "Linux"));
  }

  @Test
  void whoeverBecameRootBySudoIsNotWhenHeReads() {
    Map<String, String> environment = Map.of("STREAMGATE_CALLER", "root", "SUDO_USER", "anna");
    assertThat(Caller.of(environment, true, "streamgate", "Linux").isRoot()).isFalse();
    assertThat(Caller.of(Map.of("SUDO_USER", "anna"), false, "root", "Linux").isRoot()).isFalse();
    assertThat(Caller.of(Map.of(), false, "root", "Linux").isRoot()).isTrue();
  }

  @Test
  void theCommandIsCalledAsTheServicesUser() {
    assertThat(new Caller("anna", false, true, "Linux").command()).isEqualTo("sudo ./streamgate");
    assertThat(new Caller("streamgate", true, true, "Linux").command()).isEqualTo("./streamgate");
    assertThat(new Caller("streamgate", false, false, "Linux").command()).isEqualTo("./streamgate");
  }

  @Test
  void anOptionStandsBehindSudoWhichClearsTheEnvironment() {
    String option = "STREAMGATE_JAVA_OPTS=-Djava.io.tmpdir=FOLDER ./streamgate doctor";
    String writable = ", with a FOLDER that the user streamgate may write to";
    assertThat(new Caller("anna", false, true, "Linux").withTemporaryFolder("doctor"))
        .isEqualTo("sudo " + option + writable);
    assertThat(new Caller("streamgate", true, true, "Linux").withTemporaryFolder("doctor"))
        .isEqualTo(option + writable);
    assertThat(new Caller("anna", false, false, "Linux").withTemporaryFolder("doctor"))
        .isEqualTo(option);
    assertThat(new Caller("anna", false, false, "Windows 11").withTemporaryFolder("doctor"))
        .isEqualTo("set TMP=FOLDER and then ./streamgate doctor");
  }
}
