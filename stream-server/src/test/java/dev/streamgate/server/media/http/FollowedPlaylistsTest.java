package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.grants.DirectoryGrant.Signing;
import dev.streamgate.server.grants.PlaylistSignature;
import dev.streamgate.server.grants.TestTokens;
import dev.streamgate.server.media.TestCredentials;
import io.lindstrom.m3u8.model.AlternativeRendition;
import io.lindstrom.m3u8.model.MasterPlaylist;
import io.lindstrom.m3u8.model.MediaPlaylist;
import io.lindstrom.m3u8.model.MediaSegment;
import io.lindstrom.m3u8.model.Variant;
import io.lindstrom.m3u8.parser.MasterPlaylistParser;
import io.lindstrom.m3u8.parser.MediaPlaylistParser;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Follows every address in real playlists, adding nothing, with a parser that is not ours.
@Timeout(180)
class FollowedPlaylistsTest {
  private static final String EXPIRES = String.valueOf(TestTokens.EXPIRES_AT.getEpochSecond());

  @TempDir static Path root;
  private static MediaServer server;

  @BeforeAll
  static void start() throws Exception {
    Path event = Files.createDirectories(root.resolve("evt-1"));
    SampleStreams.makeIn(event);
    server = new MediaServer(root);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /// How an address carries a credential, and what a playlist looks like without it.
  record Carrying(
      String name, Function<String, String> address, Function<String, String> withoutCredential) {
    @Override
    public String toString() {
      return name;
    }
  }

  record Example(String folder, Carrying carrying) {}

  static Stream<Example> examples() {
    return SampleStreams.FOLDERS.stream()
        .flatMap(folder ->
            Stream.of(inQuery(), signed(), inFront())
                .map(carrying -> new Example(folder, carrying)));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyAddressWorksAndNothingElseChanges(Example example) throws Exception {
    String path = "/streams/evt-1/" + example.folder() + "/stream.m3u8";
    Set<String> seen = new HashSet<>();

    follow(URI.create(server.origin() + example.carrying().address().apply(path)), example, seen);

    assertThat(seen).hasSizeGreaterThan(example.folder().equals("ranges") ? 1 : 3);
  }

  private static void follow(URI address, Example example, Set<String> seen) throws Exception {
    if (!seen.add(address.toString())) {
      return;
    }
    HttpResponse<String> answer = server.send(server.request(pathOf(address)));
    assertThat(answer.statusCode()).as(address.toString()).isEqualTo(200);
    if (!address.getPath().endsWith(".m3u8")) {
      return;
    }
    String original = Files.readString(fileOf(address));
    assertThat(parsed(example.carrying().withoutCredential().apply(answer.body())))
        .isEqualTo(parsed(original));
    for (String child : addressesIn(answer.body())) {
      follow(address.resolve(child), example, seen);
    }
  }

  /// What the other parser understands, written down again.
  private static String parsed(String playlist) throws Exception {
    return isMultivariant(playlist)
        ? new MasterPlaylistParser()
            .writePlaylistAsString(new MasterPlaylistParser().readPlaylist(playlist))
        : new MediaPlaylistParser()
            .writePlaylistAsString(new MediaPlaylistParser().readPlaylist(playlist));
  }

  private static List<String> addressesIn(String playlist) throws Exception {
    if (isMultivariant(playlist)) {
      MasterPlaylist multivariant = new MasterPlaylistParser().readPlaylist(playlist);
      return Stream.concat(
              multivariant.variants().stream().map(Variant::uri),
              multivariant.alternativeRenditions().stream()
                  .map(AlternativeRendition::uri)
                  .flatMap(Optional::stream))
          .toList();
    }
    MediaPlaylist media = new MediaPlaylistParser().readPlaylist(playlist);
    return Stream.concat(
            media.mediaSegments().stream().map(MediaSegment::uri),
            media.mediaSegments().stream()
                .flatMap(segment -> segment.segmentMap().stream())
                .map(map -> map.uri()))
        .toList();
  }

  private static boolean isMultivariant(String playlist) {
    return playlist.contains("#EXT-X-STREAM-INF");
  }

  private static String pathOf(URI address) {
    return address.getRawPath()
        + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
  }

  private static Path fileOf(URI address) {
    String path = address.getRawPath();
    return root.resolve(path.substring(path.indexOf("/streams/") + "/streams/".length()));
  }

  private static Carrying inQuery() {
    return appended("__token=" + server.token(), "__token");
  }

  private static Carrying signed() {
    String token = server.token();
    String signature = PlaylistSignature.sign(TestCredentials.KEYS, "evt-1", token, EXPIRES);
    return appended(
        "token=" + token + "&expires=" + EXPIRES + "&signature=" + signature, "signature");
  }

  private static Carrying appended(String parameters, String name) {
    return new Carrying(
        name, path -> path + "?" + parameters, body -> body.replace("?" + parameters, ""));
  }

  private static Carrying inFront() {
    DirectoryGrant grant =
        new DirectoryGrant(
            TestTokens.FOLDER,
            TestTokens.EXPIRES_AT,
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    Signing signing = grant.sign(TestCredentials.KEYS, TestCredentials.CLOCK);
    String prefix = ((Signing.Signed) signing).prefix();
    return new Carrying("directory", path -> prefix + path, body -> body.replace(prefix, ""));
  }
}
