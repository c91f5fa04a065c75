package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.grants.DirectoryGrant.Signing;
import dev.streamgate.server.grants.PurposeKeys;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Directory tokens are served wherever streams are, and signed with the keys that are configured.
class SignedAddressesOnBothPortsTest {
  private static final String OLD_SECRET = "the-secret-before-of-the-tests-0123456789";
  private static final String KEY = "hls-signing-key-of-the-tests-0123456789";

  @TempDir Path folder;

  @BeforeEach
  void aSegment() throws IOException {
    Path segment = folder.resolve("streams/evt-1/0.ts");
    Files.createDirectories(segment.getParent());
    Files.writeString(segment, "video");
  }

  @Test
  void bothPortsServeThem() {
    Map<String, String> settings = Map.of("HLS_SIGNING_KEY", KEY, "MEDIA_PORT", "0");
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertThat(status(server, server.port(), KEY)).isEqualTo(200);
      assertThat(status(server, server.mediaPort(), KEY)).isEqualTo(200);
      assertThat(status(server, server.port(), KEY + "x")).isEqualTo(403);
    }
  }

  @Test
  void aDerivedKeyFollowsTheSecretAndTheOneBefore() {
    Map<String, String> settings = Map.of("PLAYBACK_SIGNING_SECRET_OLD", OLD_SECRET);
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertThat(status(server, server.port(), derived(RunningServer.SIGNING_SECRET)))
          .isEqualTo(200);
      assertThat(status(server, server.port(), derived(OLD_SECRET))).isEqualTo(200);
    }
  }

  @Test
  void aKeyOfItsOwnLeavesNoDerivedOne() {
    Map<String, String> settings =
        Map.of("HLS_SIGNING_KEY", KEY, "PLAYBACK_SIGNING_SECRET_OLD", OLD_SECRET);
    try (RunningServer server = RunningServer.start(folder, settings)) {
      assertThat(status(server, server.port(), derived(OLD_SECRET))).isEqualTo(403);
      assertThat(status(server, server.port(), derived(RunningServer.SIGNING_SECRET)))
          .isEqualTo(403);
    }
  }

  private static String derived(String secret) {
    return PurposeKeys.derive(secret, PurposeKeys.HLS_SIGNING);
  }

  private static int status(RunningServer server, int port, String key) {
    URI address = URI.create("http://localhost:" + port + prefix(key) + "/streams/evt-1/0.ts");
    return server.send(HttpRequest.newBuilder(address).build()).statusCode();
  }

  private static String prefix(String key) {
    DirectoryGrant grant =
        new DirectoryGrant(
            "/streams/evt-1/",
            Instant.now().plusSeconds(600),
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty());
    Signing signing = grant.sign(new AddressKeys(List.of(key)), InstantSource.system());
    return ((Signing.Signed) signing).prefix();
  }
}
