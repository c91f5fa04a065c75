package dev.streamgate.server.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What the server answered, of an endless answer its beginning.
record Answer(int status, HttpHeaders headers, String body) {
  private static final String ENDLESS = "text/event-stream";

  static Answer read(HttpResponse<InputStream> response) {
    try (InputStream in = response.body()) {
      boolean endless =
          response.headers().firstValue("Content-Type").orElse("").startsWith(ENDLESS);
      byte[] body = endless ? firstEvent(in) : in.readAllBytes();
      return new Answer(
          response.statusCode(), response.headers(), new String(body, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading an answer", e);
    }
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /// The media type without its parameters; empty if there is none.
  String mediaType() {
    return header("Content-Type").orElse("").split(";", 2)[0].strip();
  }

  JsonNode json() {
    return WireJson.tree(body.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] firstEvent(InputStream in) throws IOException {
    ByteArrayOutputStream event = new ByteArrayOutputStream();
    int previous = 0;
    for (int next = in.read(); next >= 0; next = in.read()) {
      event.write(next);
      if (next == '\n' && previous == '\n') {
        break;
      }
      previous = next;
    }
    return event.toByteArray();
  }
}
