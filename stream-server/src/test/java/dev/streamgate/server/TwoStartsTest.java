package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.fixtures.TestPostgres;
import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerConfig;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers that start on one PostgreSQL database.
class TwoStartsTest {
  @TempDir Path folder;

  @Test
  void twoThatStartAtOnceOnAnEmptyDatabaseBothStartAndOneTellsThePassword()
      throws InterruptedException, ExecutionException {
    Map<String, String> database = TestPostgres.freshSchema();
    try (var starters = Executors.newFixedThreadPool(2)) {
      Future<ServerWiring> one = starters.submit(() -> start("one", database));
      Future<ServerWiring> two = starters.submit(() -> start("two", database));

      ServerWiring first = one.get();
      ServerWiring second = two.get();

      try {
        assertThat(
                Stream.of(first, second).map(ServerWiring::firstPassword).flatMap(Optional::stream))
            .hasSize(1);
      } finally {
        first.stop();
        second.stop();
      }
    }
  }

  @Test
  void oneWithOtherSecretsDoesNotStart() {
    Map<String, String> database = TestPostgres.freshSchema();
    ServerWiring first = start("one", database);
    try {
      Map<String, String> strange = new HashMap<>(database);
      strange.put("PLAYBACK_SIGNING_SECRET", "signing-key-of-somebody-else-0123456789");

      assertThatThrownBy(() -> start("two", strange))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith("Configuration error: PLAYBACK_SIGNING_SECRET or ");
    } finally {
      first.stop();
    }
  }

  @Test
  void oneWithoutSecretsMakesNoneThatTheOtherWouldNotKnow() {
    Map<String, String> environment = new HashMap<>(TestPostgres.freshSchema());
    environment.put("PORT", "0");
    environment.put("DATA_DIR", folder.resolve("alone").toString());

    assertThatThrownBy(() ->
            ServerWiring.start(
                ServerConfig.load(new ConfigSources().environment(environment)),
                InstantSource.system()))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .containsExactly(
                        "Missing required environment variable: PLAYBACK_SIGNING_SECRET",
                        "Missing required environment variable: INTERNAL_API_KEY"));
  }

  private ServerWiring start(String name, Map<String, String> database) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", "0");
    environment.put("PLAYBACK_SIGNING_SECRET", "signing-key-of-both-servers-0123456789");
    environment.put("INTERNAL_API_KEY", "internal-key-of-both-servers-0123456789");
    environment.putAll(database);
    environment.put("EDGE_ID", name);
    environment.put("DATA_DIR", folder.resolve(name).toString());
    return ServerWiring.start(
        ServerConfig.load(new ConfigSources().environment(environment)), InstantSource.system());
  }
}
