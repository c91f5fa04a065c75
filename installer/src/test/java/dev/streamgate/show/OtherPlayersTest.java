package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.TokenValidationResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Players that are no browsers need the token just the same.
class OtherPlayersTest {
  @Test
  void ffprobeReadsTheStreamWithATokenAndIsToldToAuthoriseWithoutOne()
      throws IOException, InterruptedException {
    try (DemoProcess demo = DemoProcess.start(Path.of("target", "other-players.log"))) {
      TokenValidationResponse granted = redeem(demo.server(), demo.recordingCode());
      String stream = granted.playbackBaseUrl() + granted.streamPath();

      assertThat(Ffprobe.read(stream, List.of("Authorization: Bearer " + granted.playbackToken())))
          .contains("h264", "aac");
      assertThat(Ffprobe.read(stream + "?__token=" + granted.playbackToken(), List.of()))
          .contains("h264", "aac");
      assertThat(Ffprobe.read(stream, List.of())).contains("401 Unauthorized");
    }
  }

  private static TokenValidationResponse redeem(String server, String code)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/api/tokens/validate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(Map.of("code", code))))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return WireJson.read(
          client.send(request, BodyHandlers.ofByteArray()).body(), TokenValidationResponse.class);
    }
  }
}
