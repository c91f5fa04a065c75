package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.cli.doctor.Finding.Level;
import dev.streamgate.server.fixtures.AnotherUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// A stream root that is not there, closed, or not the server's to write.
class StreamRootCheckTest {
  private static final Caller SOMEBODY = new Caller("somebody", false, false, "Linux");
  private static final Caller ROOT = new Caller("somebody", true, true, "Linux");
  private static final Caller ON_WINDOWS = new Caller("somebody", false, false, "Windows 11");

  private Path home = Path.of("");
  private Path root = Path.of("");

  @TempDir Path folder;

  @BeforeEach
  void make() throws IOException {
    AnotherUser.tries(() -> "the class is loaded");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    home = Files.createDirectory(folder.resolve("home of anna"));
    root = Files.createDirectory(home.resolve("streams"));
  }

  @Test
  void oneThatIsNotThereIsMadeForWhoNeedsIt() {
    root = folder.resolve("my streams");
    assertThat(finding(true, SOMEBODY).line())
        .startsWith("WARN  Stream root: " + root + " is not there")
        .endsWith("sudo install -d -o streamgate -g streamgate-media -m 2770 '" + root + "'");
    assertThat(finding(true, ROOT).line()).contains("Remedy: install -d -o streamgate");
    assertThat(finding(false, SOMEBODY).line()).endsWith("mkdir -p '" + root + "'");
  }

  /// A home that is opened to everybody opens more than streams.
  @Test
  @EnabledOnOs(OS.LINUX)
  void aClosedFolderOnTheWayIsOpenedToTheServerAlone() throws IOException {
    chmod(home, "rwx------");
    String place = "'" + home + "'";
    assertThat(closed(SOMEBODY).remedy().orElseThrow())
        .startsWith("sudo setfacl -m u:somebody:x " + place)
        .contains("or move the streams")
        .doesNotContain("chmod");
    assertThat(closed(ROOT).remedy().orElseThrow()).startsWith("setfacl -m u:somebody:x");
    assertThat(closed(ON_WINDOWS).remedy().orElseThrow())
        .startsWith("let the user somebody pass through " + home)
        .doesNotContain("sudo");
  }

  @Test
  void oneThatTheServerMayNotWriteIsToldWhereEventsAreMade() {
    assertThat(finding(false, SOMEBODY).level()).isEqualTo(Level.OK);
    Finding told = readOnly(true);
    assertThat(told.level()).isEqualTo(Level.WARN);
    assertThat(told.text()).contains("somebody may not write to " + root, "create-event");
    assertThat(told.remedy().orElseThrow())
        .startsWith("leave it so where encoders make the events' folders")
        .contains("setfacl -m u:somebody:rwx");
    assertThat(readOnly(false).level()).isEqualTo(Level.OK);
  }

  private Finding readOnly(boolean makesFolders) {
    return new StreamRootCheck(Optional.of(root), false, makesFolders, SOMEBODY, _ -> false)
        .findings()
        .getFirst();
  }

  private Finding closed(Caller caller) {
    Finding finding = AnotherUser.tries(() -> finding(false, caller));
    assertThat(finding.level()).isEqualTo(Level.FAIL);
    return finding;
  }

  private Finding finding(boolean isInstalled, Caller caller) {
    return new StreamRootCheck(Optional.of(root), isInstalled, true, caller).findings().getFirst();
  }

  private static void chmod(Path place, String rights) throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(rights));
  }
}
