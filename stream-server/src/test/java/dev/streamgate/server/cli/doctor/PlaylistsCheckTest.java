package dev.streamgate.server.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.Inspection.OpenEvent;
import dev.streamgate.server.cli.doctor.Finding.Level;
import dev.streamgate.server.fixtures.AnotherUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What doctor says of an event's stream, from a link in the place of its folder to the key of one
/// variant.
class PlaylistsCheckTest {
  private static final Caller SOMEBODY = new Caller("somebody", false, false, "Linux");

  private final Instant now = Instant.now();
  private static final String MULTIVARIANT =
      """
      #EXTM3U
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="German",URI="de/i.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=2,AUDIO="a"
      720/i.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
      360/i.m3u8
      """;

  @TempDir Path base;
  private Path root = Path.of("");
  private Path folder = Path.of("");

  @BeforeEach
  void make() throws IOException {
    Files.setPosixFilePermissions(base, PosixFilePermissions.fromString("rwxr-xr-x"));
    root = Files.createDirectory(base.resolve("streams"));
    folder = Files.createDirectory(root.resolve("show"));
  }

  @Test
  void aWholeStreamIsOneLine() throws IOException {
    layMultivariant();
    assertThat(levels(running())).containsExactly(Level.OK);
    assertThat(running().getFirst().text()).isEqualTo(folder.resolve("stream.m3u8").toString());
  }

  @Test
  void aLinkInThePlaceOfTheFolderIsRefusedAsTheServerRefusesIt() throws IOException {
    layMultivariant();
    Path elsewhere = base.resolve("the disk");
    Files.move(folder, elsewhere);
    Files.createSymbolicLink(folder, elsewhere);

    Finding finding = only(before());
    assertThat(finding.level()).isEqualTo(Level.FAIL);
    assertThat(finding.text()).startsWith(folder + " is a link to " + elsewhere.toRealPath());
    assertThat(finding.remedy().orElseThrow())
        .contains(
            "sudo cp -a '%s' %2$s.copy && sudo rm %2$s && sudo mv %2$s.copy %2$s"
                .formatted(elsewhere.toRealPath(), folder));
  }

  @Test
  void aVariantThatIsALinkOutOfTheFolderIsNamedAndOneWithinIsFine() throws IOException {
    layMultivariant();
    Files.move(folder.resolve("720"), folder.resolve("big"));
    Files.createSymbolicLink(folder.resolve("720"), Path.of("big"));
    assertThat(levels(running())).containsExactly(Level.OK);

    Files.move(folder.resolve("360"), base.resolve("small"));
    Files.createSymbolicLink(folder.resolve("360"), base.resolve("small"));
    assertThat(only(running()).text()).startsWith(folder.resolve("360") + " is a link to ");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aClosedFolderIsToldWithItsOwnerAndTheCommandThatOpensIt() throws IOException {
    layMultivariant();
    AnotherUser.tries(this::running);
    chmod(folder, "rwx------");
    String owner = Files.getOwner(folder).getName();

    Finding finding = only(AnotherUser.tries(this::before));
    assertThat(finding.level()).isEqualTo(Level.FAIL);
    assertThat(finding.text())
        .startsWith("permission denied: the user ")
        .contains(" may not read " + folder + " (" + owner)
        .endsWith(", rwx------)");
    assertThat(finding.remedy().orElseThrow()).startsWith("sudo ch").contains(folder.toString());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aClosedFileIsToldAsSuch() throws IOException {
    layMultivariant();
    AnotherUser.tries(this::running);
    chmod(folder.resolve("360/2.ts"), "-wx------");

    Finding finding = only(AnotherUser.tries(this::running));
    assertThat(finding.text())
        .contains("permission denied")
        .contains(folder.resolve("360/2.ts").toString());
    chmod(folder.resolve("stream.m3u8"), "-wx------");
    assertThat(only(AnotherUser.tries(this::running)).text()).contains("stream.m3u8");
  }

  @Test
  void aDeadVariantIsNamedAndBeforeTheBeginOnlyWarnedOf() throws IOException {
    layMultivariant();
    Files.delete(folder.resolve("360/i.m3u8"));

    assertThat(only(running()).level()).isEqualTo(Level.FAIL);
    assertThat(only(running()).text())
        .startsWith("there is no 360/i.m3u8 in " + folder + ", though stream.m3u8 names it");
    assertThat(only(before()).level()).isEqualTo(Level.WARN);
    Files.delete(folder.resolve("720/i.m3u8"));
    Files.delete(folder.resolve("de/i.m3u8"));
    assertThat(levels(running())).containsExactly(Level.FAIL, Level.FAIL, Level.FAIL);
  }

  @Test
  void aVariantThatIsNoPlaylistIsNamed() throws IOException {
    layMultivariant();
    write("720/i.m3u8", "<html>");
    assertThat(only(running()).text())
        .isEqualTo(folder.resolve("720/i.m3u8") + " does not begin with #EXTM3U");
  }

  @Test
  void aMissingSegmentIsNamedButNotTheNewestOfALiveStream() throws IOException {
    layMultivariant();
    Files.delete(folder.resolve("720/3.ts"));
    assertThat(levels(running())).containsExactly(Level.OK);
    Files.delete(folder.resolve("720/1.ts"));
    Files.delete(folder.resolve("720/2.ts"));
    assertThat(only(running()).text())
        .isEqualTo(
            "there is no 720/1.ts in " + folder + ", though 720/i.m3u8 names it as a segment");
  }

  @Test
  void aSegmentWithoutAByteIsNamed() throws IOException {
    layMultivariant();
    write("720/1.ts", "");
    assertThat(only(running()).text()).isEqualTo(folder.resolve("720/1.ts") + " is empty");
  }

  @Test
  void theLastSegmentOfARecordingMustBeThereAndThoseInTheMiddleAreNotAskedFor() throws IOException {
    StringBuilder playlist = new StringBuilder("#EXTM3U\n");
    for (int number = 0; number < 5000; number++) {
      playlist.append("#EXTINF:2,\n%d.ts\n".formatted(number));
    }
    write("stream.m3u8", playlist + "#EXT-X-ENDLIST\n");
    for (int number : List.of(0, 1, 4997, 4998, 4999)) {
      write(number + ".ts", "video");
    }
    assertThat(levels(running())).containsExactly(Level.OK);
    Files.delete(folder.resolve("4999.ts"));
    assertThat(only(running()).text()).startsWith("there is no 4999.ts in");
  }

  @Test
  void keysAndBeginningsAreDemandedUnlessTheyLieElsewhere() throws IOException {
    write(
        "stream.m3u8",
        """
        #EXTM3U
        #EXT-X-MAP:URI="init.mp4"
        #EXT-X-KEY:METHOD=AES-128,URI="keys/1.key"
        #EXTINF:2,
        1.ts
        #EXT-X-KEY:METHOD=SAMPLE-AES,URI="skd://elsewhere/2"
        #EXT-X-GAP
        #EXTINF:2,
        gone.ts
        #EXTINF:2,
        https://other.example.com/3.ts
        #EXT-X-ENDLIST
        """);
    write("1.ts", "video");

    assertThat(running().stream().map(Finding::text))
        .satisfiesExactly(
            it -> assertThat(it).startsWith("there is no init.mp4").contains("EXT-X-MAP"),
            it ->
                assertThat(it)
                    .startsWith("there is no keys/1.key in " + folder + ", the key of stream.m3u8")
                    .contains("nobody can decrypt"));
    write("init.mp4", "beginning");
    write("keys/1.key", "0123456789abcdef");
    assertThat(levels(running())).containsExactly(Level.OK);
  }

  @Test
  void whatLeadsOutOfTheFolderIsNamed() throws IOException {
    write("stream.m3u8", "#EXTM3U\n#EXTINF:2,\n../other/1.ts\n#EXT-X-ENDLIST\n");
    assertThat(only(running()).text())
        .isEqualTo(
            "stream.m3u8 names ../other/1.ts, which leads out of the event's folder: viewers are"
                + " refused there");
  }

  @Test
  void anEncoderThatWritesOnlyOneVariantIsFound() throws IOException {
    layMultivariant();
    age("360/i.m3u8");
    assertThat(only(running()).level()).isEqualTo(Level.WARN);
    assertThat(only(running()).text()).startsWith(folder.resolve("360/i.m3u8") + " or its newest");
    assertThat(levels(before())).containsExactly(Level.OK);
    age("720/2.ts");
    age("de/i.m3u8");
    assertThat(only(running()).text()).startsWith(folder.resolve("stream.m3u8") + " or its newest");
  }

  @Test
  void whatIsNotHereMayComeFromUpstream() throws IOException {
    layMultivariant();
    Files.delete(folder.resolve("360/i.m3u8"));
    assertThat(levels(findings(-1, 1, true))).containsExactly(Level.OK);
  }

  @Test
  void aFolderThatTheEncodersMayNotWriteToIsToldWhileTheyAreAwaited() throws IOException {
    chmod(root, "rwxrwx---");
    chmod(folder, "rwxr-x---");

    assertThat(levels(before())).containsExactly(Level.WARN, Level.WARN);
    assertThat(before().getLast().text()).contains("may not write to " + folder);
    assertThat(before().getLast().remedy().orElseThrow())
        .contains("chmod -R g+rwX " + folder)
        .contains("chmod g+s " + folder);
    assertThat(levels(findings(-3, -1, false))).containsExactly(Level.WARN);
    chmod(folder, "rwxrwx---");
    assertThat(levels(before())).containsExactly(Level.WARN);
  }

  @Test
  void eventsThatCouldNotBeLookedAtAreNotCalledAbsent() {
    DataSeen failed = new DataSeen.Failed("reason", "remedy");
    assertThat(levels(new PlaylistsCheck(failed, false, now, SOMEBODY).findings()))
        .containsExactly(Level.WARN);
  }

  private void layMultivariant() throws IOException {
    write("stream.m3u8", MULTIVARIANT);
    for (String variant : List.of("720", "360", "de")) {
      write(variant + "/i.m3u8", "#EXTM3U\n#EXTINF:2,\n1.ts\n#EXTINF:2,\n2.ts\n#EXTINF:2,\n3.ts\n");
      for (int number = 1; number <= 3; number++) {
        write(variant + "/" + number + ".ts", "video");
      }
    }
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolve("..").normalize());
    Files.writeString(path, text);
  }

  private void age(String file) throws IOException {
    Files.setLastModifiedTime(folder.resolve(file), FileTime.from(now.minusSeconds(90)));
  }

  private static void chmod(Path place, String rights) throws IOException {
    Files.setPosixFilePermissions(place, PosixFilePermissions.fromString(rights));
  }

  private List<Finding> running() {
    return findings(-1, 1, false);
  }

  private List<Finding> before() {
    return findings(1, 2, false);
  }

  private List<Finding> findings(int startsIn, int endsIn, boolean hasUpstream) {
    OpenEvent event =
        new OpenEvent(
            "id-of-the-event",
            "Show",
            now.plus(Duration.ofHours(startsIn)),
            now.plus(Duration.ofHours(endsIn)),
            "show");
    DataSeen seen =
        new DataSeen.ByServer(
            new Inspection("db", 9, 1, root.toString(), null, null, List.of(event)));
    return new PlaylistsCheck(seen, hasUpstream, now, SOMEBODY).findings();
  }

  private static Finding only(List<Finding> findings) {
    assertThat(findings).hasSize(1);
    return findings.getFirst();
  }

  private static List<Level> levels(List<Finding> findings) {
    return findings.stream().map(Finding::level).toList();
  }
}
