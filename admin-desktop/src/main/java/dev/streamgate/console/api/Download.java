package dev.streamgate.console.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.LongConsumer;

/// A large answer on its way into a file.
record Download(Path file, LongConsumer received) {
  private static final int CHUNK = 64 * 1024;

  /// @throws IOException if the server or the disk fails; nothing is left of it then
  Answer<Path> of(HttpClient client, HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<InputStream> answer =
        client.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream body = answer.body()) {
      if (answer.statusCode() / 100 != 2) {
        return Answer.failed(
            Refusals.read(answer.statusCode(), answer.headers(), body.readAllBytes()));
      }
      write(body);
      return Answer.of(file);
    }
  }

  private void write(InputStream body) throws IOException, InterruptedException {
    Path part = file.resolveSibling(file.getFileName() + ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        copy(body, out);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private void copy(InputStream body, OutputStream out) throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    for (int n = body.read(chunk); n >= 0; n = body.read(chunk)) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      out.write(chunk, 0, n);
      total += n;
      received.accept(total);
    }
  }
}
