package dev.streamgate.server.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.foundation.DataDirectory;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the server answers when its database is gone: every operation that needs it gives the
/// documented 500 and tells nothing, and the others go on.
@TestInstance(Lifecycle.PER_CLASS)
class BreakdownTest {
  /// Answered without the database whatever becomes of it; media reads files.
  private static final Set<String> MEDIA = Set.of("getMedia", "headMedia", "openSignedPlaylist");

  /// What an operation must be asked for, lest it is refused before it needs the database.
  private static final Map<String, String> QUERIES =
      Map.of("readFeed", "cursor=0", "followFeed", "cursor=0", "getEventStatus", "code=ABCDEF");

  private final ApiDescription description = ApiDescription.read();
  private final Contract contract = new Contract(description);
  private Path data;
  private Stage stage;
  private Function<Ask, Ask> credentials;

  @BeforeAll
  void start(@TempDir Path folder) {
    data = folder.resolve("data");
    stage = new Stage(folder);
    String staff = stage.owner();
    String viewer = stage.seat().token();
    String secret = stage.server().contact().secret();
    credentials =
        ask ->
            (ask.path().startsWith("/api/admin/") ? ask.bearer(staff) : ofViewer(ask, viewer))
                .header(ServerContact.SECRET_HEADER, secret);
    stage.server().database().close();
  }

  /// Without its database the server cannot say goodbye to the register of edges either, but it
  /// lets go of all that it holds.
  @AfterAll
  void stop() {
    stage.close();

    try (DataDirectory again = DataDirectory.hold(data, Optional.empty())) {
      assertThat(again.path()).isEqualTo(data);
    }
  }

  /// Whether an operation that documents 500 is seen here to give it.
  static boolean provokes(Operation operation) {
    return !MEDIA.contains(operation.id());
  }

  Stream<Operation> operations() {
    return description.operations().stream().filter(BreakdownTest::provokes);
  }

  @ParameterizedTest
  @MethodSource("operations")
  void anOperationBreaksDownAsItSays(Operation operation) {
    Ask ask = credentials.apply(withExample(operation)).key();
    boolean fromThisMachine = operation.callers().contains("commandSecret");
    Answer answer = stage.send(fromThisMachine ? ask.from("") : ask);

    if (operation.statuses().contains(500)) {
      assertThat(answer.status()).as(answer.body()).isEqualTo(500);
      assertThat(contract.differences(operation, answer)).isEmpty();
    } else {
      assertThat(answer.status()).as(answer.body()).isNotEqualTo(500);
    }
  }

  /// What looks into a token looks further only if the token is good by itself.
  private static Ask ofViewer(Ask ask, String token) {
    Ask shown =
        ask.path().endsWith("/validate-token") ? ask.json("{\"token\":\"" + token + "\"}") : ask;
    return shown.bearer(token);
  }

  /// A request with the body that the description shows.
  private static Ask withExample(Operation operation) {
    Ask bare =
        Ask.of(operation)
            .deliberately()
            .query(QUERIES.getOrDefault(operation.id(), ""))
            .path("seq", "1");
    JsonNode example = operation.bodies().at("/application~1json/example");
    return example.isMissingNode() ? bare : bare.json(example.toString());
  }
}
