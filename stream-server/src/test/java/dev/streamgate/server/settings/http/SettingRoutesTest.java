package dev.streamgate.server.settings.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.fixtures.ServerUnderTest;
import dev.streamgate.server.fixtures.ServerUnderTest.Answer;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.settings.ConfiguredSettings;
import dev.streamgate.server.settings.SettingKey;
import dev.streamgate.server.settings.SettingValues;
import dev.streamgate.server.settings.Settings;
import dev.streamgate.server.settings.db.JdbcSettingStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingRoutesTest {
  private static final String SETTINGS = "/api/admin/settings";
  private static final SettingValues DEFAULTS =
      new SettingValues("StreamGate", Optional.empty(), List.of("en", "de"), 5, 1200);

  private final StaffOffice office = new StaffOffice(TestDatabase.HSQLDB);
  private final Settings settings =
      new Settings(
          new ConfiguredSettings(DEFAULTS, Set.of(SettingKey.APP_NAME)),
          new JdbcSettingStore(office.database),
          office.database::inTransaction,
          office.audit);
  private final ServerUnderTest server =
      new ServerUnderTest(
          routes -> new SettingRoutes(settings, ServerUnderTest.REQUESTERS).register(routes),
          new StaffCaller("acc-1", "olga", StaffRole.OWNER, false));

  @AfterEach
  void close() {
    server.close();
    office.close();
  }

  @Test
  void everySettingTellsItsValueAndWhetherItIsFixed() {
    assertThat(server.get(SETTINGS).text())
        .isEqualTo(
            """
            {"data":{"appName":{"value":"StreamGate","fixed":true},\
            "supportContact":{"value":null,"fixed":false},\
            "languages":{"value":["en","de"],"fixed":false},\
            "validateRefusedPerMinute":{"value":5,"fixed":false},\
            "validateTotalPerMinute":{"value":1200,"fixed":false}}}\
            """);
  }

  @Test
  void whatIsSentIsSetAndTheRestStays() {
    Answer answer =
        put(
            """
            {"languages":["de"],"validateRefusedPerMinute":9,"supportContact":"help@example.org"}
            """);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.data().path("languages").toString())
        .isEqualTo("{\"value\":[\"de\"],\"fixed\":false}");
    assertThat(answer.data().path("validateTotalPerMinute").path("value").asInt()).isEqualTo(1200);
    assertThat(server.get(SETTINGS).text()).isEqualTo(answer.text());
    assertThat(put("{\"supportContact\":null,\"languages\":null}").data().path("supportContact"))
        .hasToString("{\"value\":null,\"fixed\":false}");
    assertThat(settings.current().languages()).containsExactly("de");
  }

  @Test
  void whatTheConfigurationSaysIsNamed() {
    Answer refused = put("{\"appName\":\"Other\",\"validateRefusedPerMinute\":9}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.error()).isEqualTo("appName is set in the server configuration (APP_NAME)");
    assertThat(settings.current()).isEqualTo(DEFAULTS);
    assertThat(put("{\"appName\":\"StreamGate\"}").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"appName":""}                   | App name must be 1 to 100 characters
          {"appName":7}                    | App name must be 1 to 100 characters
          {"supportContact":"javascript:x"}| Support contact must be a mail address or an http or https address of at most 200 characters
          {"languages":[]}                 | Languages must be a list of the languages there are, each once: en, de
          {"languages":"en"}               | Languages must be a list of the languages there are, each once: en, de
          {"languages":["en",1]}           | Languages must be a list of the languages there are, each once: en, de
          {"validateRefusedPerMinute":1.5} | Refused codes per minute must be a whole number from 1 to 10000
          {"validateRefusedPerMinute":"9"} | Refused codes per minute must be a whole number from 1 to 10000
          {"validateTotalPerMinute":0}     | Validations per minute must be a whole number from 1 to 1000000
          """)
  void aWrongSettingIsNamed(String sent, String error) {
    Answer refused = put(sent);

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.error()).isEqualTo(error);
  }

  @Test
  void severalWrongSettingsAreAllNamed() {
    assertThat(put("{\"appName\":\"\",\"validateTotalPerMinute\":0}").error())
        .isEqualTo(
            "App name must be 1 to 100 characters;"
                + " Validations per minute must be a whole number from 1 to 1000000");
  }

  private Answer put(String json) {
    return server.send("PUT", SETTINGS, json);
  }
}
