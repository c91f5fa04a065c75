package dev.streamgate.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.CommandDone;
import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.model.operation.ServerContact;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// The server that runs on a data directory, as its contact file makes it known.
final class RunningServer {
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(20);
  private static final int OK = 200;

  private final ServerContact contact;

  private RunningServer(ServerContact contact) {
    this.contact = contact;
  }

  /// Finds the server; empty if none has made itself known, or the one that did has ended.
  ///
  /// @throws IOException if its contact file cannot be read
  static Optional<RunningServer> on(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve(ServerContact.FILE);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(WireJson.read(Files.readAllBytes(file), ServerContact.class))
          .map(RunningServer::new)
          .filter(server -> !server.hasEnded());
    } catch (MalformedJsonException e) {
      throw new IOException(file + " is not what a server writes", e);
    }
  }

  /// Has a command carried out.
  ///
  /// @throws CommandRefusedException if the server does not do it
  /// @throws IOException if it cannot be reached
  CommandDone send(ServerCommand command)
      throws IOException, InterruptedException, CommandRefusedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(contact.url(ServerContact.COMMANDS)))
            .timeout(LONGEST_ANSWER)
            .header("Content-Type", "application/json")
            .header(ServerContact.SECRET_HEADER, contact.secret())
            .POST(BodyPublishers.ofByteArray(WireJson.bytes(command)))
            .build();
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != OK) {
        throw new CommandRefusedException(reason(response.body()));
      }
      return WireJson.read(response.body(), CommandDone.class);
    } catch (MalformedJsonException e) {
      throw new IOException("something else answers at " + contact.url(""), e);
    }
  }

  /// Waits for the end of its process.
  ///
  /// @return whether it came in time
  boolean awaitEnd(Duration patience) throws InterruptedException {
    for (long left = patience.toMillis(); left > 0 && !hasEnded(); left -= 100) {
      Thread.sleep(100);
    }
    return hasEnded();
  }

  private boolean hasEnded() {
    return ProcessHandle.of(contact.pid()).filter(ProcessHandle::isAlive).isEmpty();
  }

  private static String reason(byte[] body) {
    JsonNode answer = WireJson.tree(body);
    return answer.path("error").asText("no reason given");
  }

  /// The server does not do what it was told.
  static final class CommandRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    CommandRefusedException(String reason) {
      super(reason);
    }
  }
}
