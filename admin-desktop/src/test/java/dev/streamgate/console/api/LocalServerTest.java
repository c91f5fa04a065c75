package dev.streamgate.console.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.ServerContact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalServerTest {
  @Test
  void aServerIsAskedToEndWithTheSecretOfItsRun(@TempDir Path folder) throws IOException {
    try (LittleServer server = new LittleServer()) {
      int port = server.address().origin().getPort();
      Files.write(
          folder.resolve(ServerContact.FILE),
          WireJson.bytes(new ServerContact("127.0.0.1", port, "s3cret", 1, "0.1.0")));
      server.replies(200, "{\"ok\":true}");
      assertThat(LocalServer.stop(folder)).isTrue();
      assertThat(server.asked(0).header("X-command-secret")).isEqualTo("s3cret");
      assertThat(server.asked(0).body()).contains("\"stop\"");
    }
  }

  @Test
  void whereNoServerRunsNobodyIsAsked(@TempDir Path folder) {
    assertThat(LocalServer.stop(folder)).isFalse();
  }
}
