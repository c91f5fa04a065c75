package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlaylistTest {
  private static final String ENDED = "#EXTINF:2,\n0.ts\n#EXT-X-ENDLIST\n";

  @Test
  void aPlaylistThatMayGrowIsLive() {
    assertThat(playlist("#EXTM3U\n#EXTINF:2,\n0.ts\n").kind()).isEqualTo(PlaylistKind.LIVE);
    assertThat(playlist("#EXTM3U\n#EXT-X-ENDLISTED\n").kind()).isEqualTo(PlaylistKind.LIVE);
    assertThat(playlist("#EXTM3U\n# about #EXT-X-ENDLIST\n").isEnded()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#EXT-X-MEDIA-SEQUENCE:0\n",
        "#EXT-X-PLAYLIST-TYPE:VOD\n#EXT-X-MEDIA-SEQUENCE:7\n",
        "#EXT-X-PLAYLIST-TYPE:EVENT\n",
        "#EXT-X-MEDIA-SEQUENCE:0\r\n",
      })
  void aCompletePlaylistIsARecording(String tags) {
    assertThat(playlist("#EXTM3U\n" + tags + ENDED).kind()).isEqualTo(PlaylistKind.RECORDING);
  }

  @Test
  void theRestOfAPastLiveStreamIsPartial() {
    assertThat(playlist("#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:7\n" + ENDED).kind())
        .isEqualTo(PlaylistKind.PARTIAL);
  }

  @Test
  void aMultivariantPlaylistNamesItsFirstRendition() {
    Playlist multivariant =
        playlist(
            """
            #EXTM3U
            #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="en",URI="audio.m3u8"
            #EXT-X-STREAM-INF:BANDWIDTH=1

            # a comment
            720p/index.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=2
            1080p/index.m3u8
            """);

    assertThat(multivariant.isMultivariant()).isTrue();
    assertThat(multivariant.isEnded()).isFalse();
    assertThat(multivariant.firstVariant()).hasValue("720p/index.m3u8");
  }

  @Test
  void addressesAreEditedWhereverTheyStand() {
    String text =
        """
        #EXTM3U
        #EXT-X-VERSION:7
        #EXT-X-KEY:METHOD=AES-128,URI="key",IV=0x1
        #EXT-X-KEY:METHOD=NONE
        #EXT-X-MAP:URI="init.mp4",BYTERANGE="718@0"
        #EXT-X-MEDIA:TYPE=AUDIO,NAME="a,URI=b",URI="audio.m3u8"
        #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="iframes.m3u8"
        #EXT-X-SESSION-KEY:METHOD=AES-128,URI="session"
        #EXT-X-PART:DURATION=0.2,URI="part.mp4",INDEPENDENT=YES
        #EXT-X-PRELOAD-HINT:TYPE=PART,URI="next.mp4"
        #EXT-X-RENDITION-REPORT:URI="../other.m3u8",LAST-MSN=1
        #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
        variant.m3u8
        #EXTINF:2.0,title
        segment.ts
        """;

    assertThat(edited(text))
        .isEqualTo(
            """
            #EXTM3U
            #EXT-X-VERSION:7
            #EXT-X-KEY:METHOD=AES-128,URI="<key>",IV=0x1
            #EXT-X-KEY:METHOD=NONE
            #EXT-X-MAP:URI="<init.mp4>",BYTERANGE="718@0"
            #EXT-X-MEDIA:TYPE=AUDIO,NAME="a,URI=b",URI="<audio.m3u8>"
            #EXT-X-I-FRAME-STREAM-INF:BANDWIDTH=1,URI="<iframes.m3u8>"
            #EXT-X-SESSION-KEY:METHOD=AES-128,URI="<session>"
            #EXT-X-PART:DURATION=0.2,URI="<part.mp4>",INDEPENDENT=YES
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="<next.mp4>"
            #EXT-X-RENDITION-REPORT:URI="<../other.m3u8>",LAST-MSN=1
            #EXT-X-STREAM-INF:BANDWIDTH=1,AUDIO="a"
            <variant.m3u8>
            #EXTINF:2.0,title
            <segment.ts>
            """);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n\n",
        "#EXTM3U",
        "# comment URI=\"x\"\n",
        "#EXT-X-DATERANGE:ID=\"a\",X-ASSET-URI=\"x\",URI=\"y\"\n",
        "#EXT-X-KEYS:URI=\"x\"\n",
        "#EXT-X-KEY\n",
        "#EXT-X-KEY:\n",
        "#EXT-X-MAP:URI=unquoted\n",
        "#EXT-X-MAP:URI=\"open\n",
        "#EXT-X-MAP:NAME=\"URI=\",X-URI=\"x\"\n",
        "  \t \r\n",
        "\u00EF\u00BB\u00BF#EXTM3U\n",
        "  #EXTINF:2,\n",
        "#EXT-X-MAP:uri=\"x\",xURI=\"x\"\n",
        "#EXT-X-MAP:X=\"URI=\"y\"\n",
        "#EXT-X-DEFINE:NAME=\"a\",VALUE=\"URI\"\n",
      })
  void nothingElseIsTouched(String text) {
    assertThat(edited(text)).isEqualTo(text);
  }

  @Test
  void everyOtherByteStays() {
    byte[] bytes = new byte[256];
    for (int value = 0; value < bytes.length; value++) {
      bytes[value] = (byte) value;
    }
    bytes[0] = '#';
    bytes['\n'] = ' ';

    assertThat(new Playlist(bytes).withAddresses(address -> "x")).isEqualTo(bytes);
    assertThat(edited(" a.ts \r\nb.ts")).isEqualTo(" <a.ts> \r\n<b.ts>");
  }

  @Test
  void aVeryLongLineAndAVeryLongPlaylistAreEditedAllTheSame() {
    String attributes = "A=1,".repeat(200_000);
    String line = "#EXT-X-MAP:" + attributes + "URI=\"a\"";
    String segments = "#EXTINF:2,\n0.ts\n".repeat(300_000);

    assertThat(edited(line)).isEqualTo("#EXT-X-MAP:" + attributes + "URI=\"<a>\"");
    assertThat(edited(segments)).isEqualTo(segments.replace("0.ts", "<0.ts>"));
  }

  @Test
  void addressesAreJudgedByWhatTheirVariablesStandFor() {
    String text =
        """
        #EXTM3U
        {$cdn}/early.ts
        #EXT-X-DEFINE:NAME="cdn",VALUE="https://cdn.example.com"
        #EXT-X-DEFINE:NAME="dir",VALUE="video,1"
        #EXT-X-DEFINE:IMPORT="elsewhere"
        {$cdn}/a.ts
        {$dir}/b.ts
        {$elsewhere}/c.ts
        /{$elsewhere}/c.ts
        d/{$elsewhere}.ts
        #EXT-X-MAP:URI="{$dir}/init.mp4"
        """;
    byte[] edited =
        playlist(text)
            .withAddresses(address -> address.startsWith("https:") ? address : "<" + address + ">");

    assertThat(new String(edited, StandardCharsets.ISO_8859_1))
        .isEqualTo(
            text.replace("{$dir}/b.ts", "<video,1/b.ts>")
                .replace("d/{$elsewhere}.ts", "<d/{$elsewhere}.ts>")
                .replace("{$dir}/init.mp4", "<video,1/init.mp4>"));
  }

  @Test
  void theNewestAddressesAreThoseOfTheLastSegments() {
    Playlist live =
        playlist(
            """
            #EXTM3U
            #EXT-X-TARGETDURATION:6
            #EXT-X-DEFINE:NAME="v",VALUE="x"
            #EXT-X-MAP:URI="init.mp4"
            0.ts
            1.ts
            #EXT-X-PART:DURATION=1,URI="2.1.ts"
            {$v}2.ts
            3.ts
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="4.1.ts"
            """);

    assertThat(live.newestAddresses()).containsExactly("1.ts", "2.1.ts", "x2.ts", "3.ts", "4.1.ts");
    assertThat(live.targetDuration()).hasSeconds(6);
    assertThat(playlist("#EXTM3U\n").newestAddresses()).isEmpty();
    assertThat(playlist("#EXTM3U\n").targetDuration()).isZero();
  }

  private static Playlist playlist(String text) {
    return new Playlist(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String edited(String text) {
    byte[] edited = playlist(text).withAddresses(address -> "<" + address + ">");
    return new String(edited, StandardCharsets.ISO_8859_1);
  }

  @Test
  void whatItNamesIsToldByItsKindWithItsVariablesAndWithoutGaps() {
    Playlist playlist =
        new Playlist(
            """
            #EXTM3U
            #EXT-X-DEFINE:NAME="where",VALUE="day1"
            #EXT-X-MAP:URI="{$where}/init.mp4"
            #EXT-X-KEY:METHOD=NONE
            #EXT-X-KEY:METHOD=AES-128,URI="1.key"
            #EXT-X-GAP
            #EXTINF:2,
            gone.ts
            #EXT-X-PART:URI="1.0.ts",DURATION=1
            {$where}/1.ts
            """
                .getBytes(StandardCharsets.UTF_8));
    assertThat(playlist.named())
        .containsExactly(
            new NamedFile(NamedFile.Kind.INITIALISATION, "day1/init.mp4"),
            new NamedFile(NamedFile.Kind.KEY, "1.key"),
            new NamedFile(NamedFile.Kind.SEGMENT, "day1/1.ts"));
  }
}
