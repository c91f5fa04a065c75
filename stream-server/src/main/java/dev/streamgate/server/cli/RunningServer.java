package dev.streamgate.server.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.operation.BackupOrder;
import dev.streamgate.model.operation.CommandDone;
import dev.streamgate.model.operation.CreatedEvent;
import dev.streamgate.model.operation.EventOrder;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.SampleEvents;
import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.foundation.DataDirectory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// The server that runs on a data directory, as its contact file makes it known.
final class RunningServer implements DataDesk {
  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration LONGEST_JOB = Duration.ofHours(1);
  private static final int BLOCK = 64 * 1024;
  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  /// How long a busy server may take to say that it lives.
  private static final Duration ALIVE = Duration.ofSeconds(5);

  private static final int UNAUTHORISED = 401;
  private static final int FAILED = 500;
  private static final int HIGHEST_PORT = 65_535;
  private static final String LOOK_FOR_EVENT =
      "look before you repeat it: the console lists the events, and \"%s doctor\" those that can be watched"
          .formatted(CommandName.typed());
  private static final String REPEAT =
      "repeat it when the server answers again: what was done before is done anew";
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{64}");

  private final Path file;
  private final ServerContact contact;

  private RunningServer(Path file, ServerContact contact) {
    this.file = file;
    this.contact = contact;
  }

  /// Finds the server; empty if no process holds the directory.
  ///
  /// @throws IOException if one does and cannot be reached, with what to do
  static Optional<RunningServer> on(Path dataDirectory) throws IOException {
    Path file = dataDirectory.resolve(ServerContact.FILE);
    try {
      if (!DataDirectory.isHeld(dataDirectory)) {
        return Optional.empty();
      }
      Optional<RunningServer> server = known(file);
      if (server.isEmpty() && !DataDirectory.staysHeld(dataDirectory)) {
        return Optional.empty(); // somebody only looked
      }
      if (server.isEmpty()) {
        server = known(file); // it may just have begun
      }
      return Optional.of(server.orElseThrow(() -> LostServerException.unknown(file)));
    } catch (AccessDeniedException e) {
      throw LostServerException.foreign(dataDirectory, e);
    }
  }

  /// The one that left word and lives.
  private static Optional<RunningServer> known(Path file) throws IOException {
    try {
      return Optional.of(new RunningServer(file, read(file))).filter(it -> !it.hasEnded());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static ServerContact read(Path file) throws IOException {
    try {
      ServerContact contact = WireJson.read(Files.readAllBytes(file), ServerContact.class);
      if (!isWhole(contact)) {
        throw new IllegalArgumentException("something is missing");
      }
      return contact;
    } catch (MalformedJsonException | IllegalArgumentException e) {
      throw LostServerException.damaged(file, e);
    }
  }

  /// What was read may lack anything.
  private static boolean isWhole(ServerContact read) {
    return Objects.nonNull(read.address())
        && Objects.nonNull(read.secret())
        && SECRET.matcher(read.secret()).matches()
        && read.port() > 0
        && read.port() <= HIGHEST_PORT
        && URI.create(read.url("")).getHost() != null;
  }

  /// Asks whether the server lives, so that nothing is ordered from one that hangs and would do it
  /// whenever it goes on.
  ///
  /// @throws LostServerException if it does not answer soon
  void requireAnswer() throws LostServerException, InterruptedException {
    HttpRequest alive =
        HttpRequest.newBuilder(URI.create(contact.url("/health"))).timeout(ALIVE).build();
    try (HttpClient client = client()) {
      client.send(alive, BodyHandlers.discarding());
    } catch (HttpTimeoutException e) {
      throw LostServerException.hanging(contact, ALIVE, e);
    } catch (IOException e) {
      throw LostServerException.silent(file, contact, e);
    }
  }

  /// Has a command carried out.
  ///
  /// @throws JobRefusedException if the server does not do it
  /// @throws IOException if it cannot be reached
  CommandDone send(ServerCommand command)
      throws IOException, InterruptedException, JobRefusedException {
    return ask(post(ServerContact.COMMANDS, command).timeout(SOON), REPEAT, CommandDone.class);
  }

  @Override
  public CreatedEvent order(EventOrder order)
      throws IOException, InterruptedException, JobRefusedException {
    return ask(post(ServerContact.EVENTS, order), LOOK_FOR_EVENT, CreatedEvent.class);
  }

  @Override
  public SampleEvents loadSamples() throws IOException, InterruptedException, JobRefusedException {
    return ask(post(ServerContact.SAMPLES, Map.of()), REPEAT, SampleEvents.class);
  }

  @Override
  public Inspection inspect() throws IOException, InterruptedException, JobRefusedException {
    return ask(request(ServerContact.INSPECTION).GET().timeout(SOON), "", Inspection.class);
  }

  @Override
  public void backUp(boolean secrets, OutputStream out)
      throws IOException, InterruptedException, JobRefusedException {
    HttpRequest request = post(ServerContact.BACKUP, new BackupOrder(secrets)).build();
    try (HttpClient client = client()) {
      HttpResponse<InputStream> response = send(client, request);
      try (InputStream body = response.body()) {
        if (response.statusCode() != OK) {
          throw refusal(response.statusCode(), body.readAllBytes());
        }
        copy(body, out);
      }
    }
  }

  private HttpResponse<InputStream> send(HttpClient client, HttpRequest backup)
      throws LostServerException, InterruptedException {
    try {
      return client.send(backup, BodyHandlers.ofInputStream());
    } catch (ConnectException e) {
      throw LostServerException.silent(file, contact, e);
    } catch (IOException e) {
      throw LostServerException.withoutBackup(contact, e);
    }
  }

  private static void copy(InputStream body, OutputStream out)
      throws IOException, JobRefusedException {
    byte[] some = new byte[BLOCK];
    for (int length = read(body, some); length >= 0; length = read(body, some)) {
      out.write(some, 0, length);
    }
  }

  private static int read(InputStream body, byte[] some) throws JobRefusedException {
    try {
      return body.read(some);
    } catch (IOException e) {
      throw JobRefusedException.impossible(
          "The server broke the backup off in the middle; its log says why");
    }
  }

  /// Nothing is held of it.
  @Override
  public void close() {}

  ServerContact contact() {
    return contact;
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

  /// @param look what to do if the answer does not come, where something is ordered
  private <T> T ask(HttpRequest.Builder builder, String look, Class<T> answer)
      throws IOException, InterruptedException, JobRefusedException {
    HttpRequest request = builder.build();
    try (HttpClient client = client()) {
      HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
      if (response.statusCode() != OK) {
        throw refusal(response.statusCode(), response.body());
      }
      return WireJson.read(response.body(), answer);
    } catch (MalformedJsonException e) {
      throw LostServerException.estranged(file, contact);
    } catch (LostServerException e) {
      throw e;
    } catch (IOException e) {
      throw lost(request, look, e);
    }
  }

  /// Without a connection nothing was sent; after that nobody knows what became of an order.
  private LostServerException lost(HttpRequest request, String look, IOException failure) {
    return failure instanceof ConnectException || request.method().equals("GET")
        ? LostServerException.silent(file, contact, failure)
        : LostServerException.unanswered(contact, look, failure);
  }

  private HttpRequest.Builder post(String path, Object body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofByteArray(WireJson.bytes(body)));
  }

  /// Jobs may take as long as the data is large.
  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(contact.url(path)))
        .timeout(LONGEST_JOB)
        .header(ServerContact.SECRET_HEADER, contact.secret());
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  }

  private JobRefusedException refusal(int status, byte[] body) throws LostServerException {
    if (status == UNAUTHORISED) {
      throw LostServerException.estranged(file, contact);
    }
    JsonNode answer = WireJson.tree(body);
    String reason = answer.path("error").asText("no reason given");
    return switch (status) {
      case BAD_REQUEST -> JobRefusedException.wronglyOrdered(reason);
      case NOT_FOUND ->
          JobRefusedException.impossible(
              reason.equals("Not found")
                  ? "The server that runs here is an edge, or of another version"
                  : reason);
      default ->
          status < FAILED
              ? JobRefusedException.impossible(reason)
              : JobRefusedException.troubled(
                  ServerTrouble.of(answer.path("code").asText(""), reason));
    };
  }
}
