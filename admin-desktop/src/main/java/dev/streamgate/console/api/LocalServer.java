package dev.streamgate.console.api;

import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.model.operation.ServerContact;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Commands to a server on this computer. Whoever can read its data folder may give them: there
/// lies the secret of its run (API §5.3).
public final class LocalServer {
  private static final Logger LOG = System.getLogger(LocalServer.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private LocalServer() {}

  /// Asks the server that runs on a data folder to end; returns whether it heard.
  public static boolean stop(Path dataFolder) {
    try (HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
      ServerContact contact =
          WireJson.read(
              Files.readAllBytes(dataFolder.resolve(ServerContact.FILE)), ServerContact.class);
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(contact.url(ServerContact.COMMANDS)))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .header(ServerContact.SECRET_HEADER, contact.secret())
              .POST(BodyPublishers.ofByteArray(WireJson.bytes(ServerCommand.TO_STOP)))
              .build();
      return client.send(request, BodyHandlers.discarding()).statusCode() / 100 == 2;
    } catch (IOException | MalformedJsonException e) {
      LOG.log(Level.INFO, "asking the server in {0} to end: {1}", dataFolder, e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
