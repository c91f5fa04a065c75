package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.streamgate.server.fixtures.TestPostgres;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FirstConnectionTest {
  private static final String HIDDEN = "hidden-password";

  @Test
  void aDatabaseNobodyListensForIsToldWithoutThePassword() {
    assertRefused(
        Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/gate?user=gate&password=" + HIDDEN),
        "Configuration error: DATABASE_URL must be a database that can be reached:"
            + " jdbc:postgresql://localhost:1/gate.");
  }

  @Test
  void onlyWhatMayPassIsWorthAnotherTry() {
    assertThat(refusal(Map.of("DATABASE_URL", "jdbc:postgresql://localhost:1/gate")))
        .returns(true, ConfigurationException::maySolveItself);
    String url = withoutOptions(TestPostgres.freshSchema());
    assertThat(refusal(Map.of("DATABASE_URL", url, "DATABASE_USER", "stranger")))
        .returns(false, ConfigurationException::maySolveItself);
  }

  private static ConfigurationException refusal(Map<String, String> settings) {
    return assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Database.open(address(settings)))
        .actual();
  }

  @Test
  void anUnknownAccountIsTold() {
    String url = withoutOptions(TestPostgres.freshSchema());

    assertRefused(
        Map.of("DATABASE_URL", url, "DATABASE_USER", "stranger", "DATABASE_PASSWORD", HIDDEN),
        "Configuration error: DATABASE_USER and DATABASE_PASSWORD must be an account of the"
            + " database: "
            + url
            + ".");
  }

  @Test
  void aWrongPasswordIsTold() {
    Map<String, String> right =
        Map.of("DATABASE_URL", "jdbc:hsqldb:mem:password", "DATABASE_PASSWORD", "right");
    try (Database database = Database.open(address(right))) {
      assertThat(database.statements()).isZero();

      assertRefused(
          Map.of("DATABASE_URL", "jdbc:hsqldb:mem:password", "DATABASE_PASSWORD", HIDDEN),
          "Configuration error: DATABASE_USER and DATABASE_PASSWORD must be an account of the"
              + " database: jdbc:hsqldb:mem:password.");
    }
  }

  @Test
  void aDatabaseThatDoesNotExistIsTold() {
    String url = withoutOptions(TestPostgres.freshSchema()).replace("/postgres", "/none");

    assertRefused(
        Map.of("DATABASE_URL", url, "DATABASE_USER", "postgres"),
        "Configuration error: DATABASE_URL must be a database that exists: " + url + ".");
  }

  @Test
  void aDatabaseThatCannotHoldEveryTextIsTold() {
    Map<String, String> settings = TestPostgres.otherEncoding();

    assertRefused(
        settings,
        "Configuration error: DATABASE_URL must be a database with the encoding UTF8: "
            + settings.get("DATABASE_URL")
            + ".");
  }

  @Test
  void anAccountThatMayNotCreateTablesIsTold() {
    assertRefused(
        TestPostgres.accountWithoutRights(),
        "Configuration error: DATABASE_USER must be an account that may create tables.");
  }

  private static void assertRefused(Map<String, String> settings, String problem) {
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> Database.open(address(settings)))
        .withMessage(problem)
        .withNoCause();
  }

  private static DatabaseAddress address(Map<String, String> settings) {
    Map<String, String> secrets =
        Map.of(
            "PLAYBACK_SIGNING_SECRET", "signing-key-of-the-tests-0123456789",
            "INTERNAL_API_KEY", "internal-key-of-the-tests-0123456789");
    return ServerConfig.load(new ConfigSources().environment(settings).environment(secrets))
        .database();
  }

  private static String withoutOptions(Map<String, String> settings) {
    return settings.getOrDefault("DATABASE_URL", "").replaceFirst("\\?.*", "");
  }
}
