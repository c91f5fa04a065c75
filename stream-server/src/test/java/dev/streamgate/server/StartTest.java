package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.foundation.ConfigSources;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerConfig;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
  @TempDir Path folder;

  @Test
  void theFirstStartTellsAPasswordAndTheSecondDoesNot() {
    ServerWiring first = start("0");
    assertThat(first.firstPassword()).hasValueSatisfying(it -> assertThat(it).hasSize(20));
    first.stop();

    ServerWiring second = start("0");
    assertThat(second.firstPassword()).isEmpty();
    second.stop();
  }

  @Test
  void aTakenPortIsAConfigurationErrorAndLosesNoPassword() throws IOException {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = Integer.toString(taken.getLocalPort());
      assertThatThrownBy(() -> start(port))
          .isInstanceOf(ConfigurationException.class)
          .hasMessage("Configuration error: Port " + port + " is already in use.");
    }

    ServerWiring retried = start("0");
    assertThat(retried.firstPassword()).isPresent();
    retried.stop();
  }

  @Test
  void oneDataDirectoryServesOneServer() {
    ServerWiring first = start("0");
    try {
      assertThatThrownBy(() -> start("0"))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageEndingWith("is used by another process.")
          .matches(it -> ((ConfigurationException) it).maySolveItself(), "may solve itself");
    } finally {
      first.stop();
    }
  }

  @Test
  void aDatabaseElsewhereServesOneServerToo() {
    String database = "jdbc:hsqldb:file:" + folder.resolve("elsewhere").resolve("db");
    ServerWiring first = start("one", database);
    try {
      assertThatThrownBy(() -> start("two", database))
          .isInstanceOf(ConfigurationException.class)
          .hasMessageContaining("elsewhere");
    } finally {
      first.stop();
    }
  }

  private ServerWiring start(String port) {
    return start(Map.of("PORT", port, "DATA_DIR", folder.resolve("data").toString()));
  }

  private ServerWiring start(String data, String database) {
    return start(
        Map.of("PORT", "0", "DATA_DIR", folder.resolve(data).toString(), "DATABASE_URL", database));
  }

  private static ServerWiring start(Map<String, String> environment) {
    return ServerWiring.start(
        ServerConfig.load(new ConfigSources().environment(environment)), InstantSource.system());
  }
}
