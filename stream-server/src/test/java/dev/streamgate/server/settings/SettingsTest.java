package dev.streamgate.server.settings;

import static dev.streamgate.server.settings.SettingKey.APP_NAME;
import static dev.streamgate.server.settings.SettingKey.LANGUAGES;
import static dev.streamgate.server.settings.SettingKey.SUPPORT_CONTACT;
import static dev.streamgate.server.settings.SettingKey.VALIDATE_REFUSED_PER_MINUTE;
import static dev.streamgate.server.settings.SettingKey.VALIDATE_TOTAL_PER_MINUTE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.StaffOffice;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.settings.SettingsOutcome.Fixed;
import dev.streamgate.server.settings.SettingsOutcome.Refused;
import dev.streamgate.server.settings.SettingsOutcome.Saved;
import dev.streamgate.server.settings.db.JdbcSettingStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryDatabase
class SettingsTest {
  private static final SettingValues DEFAULTS =
      new SettingValues("StreamGate", Optional.empty(), List.of("en", "de"), 5, 1200);

  private final StaffOffice office;
  private final Settings settings;

  SettingsTest(TestDatabase kind) {
    office = new StaffOffice(kind);
    settings = process(Set.of());
  }

  @AfterEach
  void close() {
    office.close();
  }

  @Test
  void whatNobodySetIsAsTheConfigurationSays() {
    assertThat(settings.current()).isEqualTo(DEFAULTS);
  }

  @Test
  void aChangeIsInForceAtOnceAndInOtherProcessesWhenTheyFollow() {
    Settings other = process(Set.of());

    change(
        Map.of(
            APP_NAME, " Gate ",
            SUPPORT_CONTACT, "help@example.org",
            LANGUAGES, "de",
            VALIDATE_REFUSED_PER_MINUTE, "7",
            VALIDATE_TOTAL_PER_MINUTE, "99"));

    SettingValues wanted =
        new SettingValues("Gate", Optional.of("help@example.org"), List.of("de"), 7, 99);
    assertThat(settings.current()).isEqualTo(wanted);
    assertThat(other.current()).isEqualTo(DEFAULTS);
    other.follow();
    assertThat(other.current()).isEqualTo(wanted);
    assertThat(process(Set.of()).current()).isEqualTo(wanted);
  }

  @Test
  void aChangeIsAuditedFromOldToNew() {
    change(Map.of(SUPPORT_CONTACT, "https://example.org/help"));
    change(Map.of(SUPPORT_CONTACT, "", VALIDATE_REFUSED_PER_MINUTE, "6", APP_NAME, "StreamGate"));
    change(Map.of(VALIDATE_REFUSED_PER_MINUTE, "6"));

    assertThat(office.auditTrail())
        .containsExactly(
            "SETTINGS_CHANGED supportContact \"\" → \"https://example.org/help\"",
            "SETTINGS_CHANGED supportContact \"https://example.org/help\" → \"\","
                + " validateRefusedPerMinute \"5\" → \"6\"");
    assertThat(settings.current().supportContact()).isEmpty();
  }

  @Test
  void whatTheConfigurationSaysWinsAndCannotBeChanged() {
    change(Map.of(APP_NAME, "Set by staff", VALIDATE_TOTAL_PER_MINUTE, "99"));
    Settings configured = process(Set.of(APP_NAME, LANGUAGES));

    assertThat(configured.current().appName()).isEqualTo("StreamGate");
    assertThat(configured.current().totalPerMinute()).isEqualTo(99);
    assertThat(
            configured.change(
                Map.of(APP_NAME, "Other", LANGUAGES, "en", VALIDATE_TOTAL_PER_MINUTE, "5"),
                StaffOffice.MANAGER))
        .isEqualTo(new Fixed(List.of(APP_NAME, LANGUAGES)));
    assertThat(configured.current().totalPerMinute()).isEqualTo(99);
    assertThat(
            configured.change(
                Map.of(APP_NAME, "StreamGate", VALIDATE_TOTAL_PER_MINUTE, "5"),
                StaffOffice.MANAGER))
        .isInstanceOf(Saved.class);
  }

  @ParameterizedTest
  @CsvSource({
    "APP_NAME, ' '",
    "SUPPORT_CONTACT, javascript:alert(1)",
    "SUPPORT_CONTACT, nobody",
    "SUPPORT_CONTACT, https://",
    "LANGUAGES, ''",
    "LANGUAGES, fr",
    "LANGUAGES, 'en,en'",
    "VALIDATE_REFUSED_PER_MINUTE, 0",
    "VALIDATE_REFUSED_PER_MINUTE, 10001",
    "VALIDATE_TOTAL_PER_MINUTE, -1",
    "VALIDATE_TOTAL_PER_MINUTE, 99999999999999"
  })
  void whatMayNotBeIsRefusedWithEverythingElse(SettingKey key, String text) {
    SettingKey good = key == APP_NAME ? LANGUAGES : APP_NAME;

    assertThat(settings.change(Map.of(key, text, good, "en"), StaffOffice.MANAGER))
        .isEqualTo(new Refused(List.of(key)));

    assertThat(settings.current()).isEqualTo(DEFAULTS);
    assertThat(office.auditTrail()).isEmpty();
  }

  @Test
  void aNameOfAHundredCharactersIsTheLongest() {
    assertThat(change(Map.of(APP_NAME, "x".repeat(101)))).isEqualTo(new Refused(List.of(APP_NAME)));
    assertThat(change(Map.of(APP_NAME, "x".repeat(100)))).isInstanceOf(Saved.class);
  }

  @Test
  void whatIsStoredAndMayNotBeIsLeftOut() {
    change(Map.of(APP_NAME, "Gate", LANGUAGES, "de"));
    office.database.update(
        "writing what another version knows",
        handle -> handle.execute("UPDATE settings SET value = 'fr' WHERE name = 'languages'"));

    settings.follow();

    assertThat(settings.current().languages()).containsExactly("en", "de");
    assertThat(settings.current().appName()).isEqualTo("Gate");
  }

  @Test
  void whatCannotBeAuditedIsNotSet() {
    AuditTrail full =
        entry -> {
          throw new IllegalStateException("the trail is full");
        };
    Settings unaudited = process(Set.of(), full);

    assertThatThrownBy(() -> unaudited.change(Map.of(APP_NAME, "Gate"), StaffOffice.MANAGER))
        .hasMessage("the trail is full");

    unaudited.follow();
    assertThat(unaudited.current()).isEqualTo(DEFAULTS);
  }

  /// Nobody has set the name before, so there is no row of it to lock.
  @Test
  void thoseWhoSetTheSameAtTheSameMomentTakeTurns()
      throws InterruptedException, ExecutionException {
    List<Callable<SettingsOutcome>> changes =
        IntStream.range(0, 8)
            .<Callable<SettingsOutcome>>mapToObj(n ->
                () -> process(Set.of()).change(Map.of(APP_NAME, "Gate " + n), StaffOffice.MANAGER))
            .toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<SettingsOutcome> outcome : threads.invokeAll(changes)) {
        assertThat(outcome.get()).isInstanceOf(Saved.class);
      }
    }

    settings.follow();
    assertThat(settings.current().appName()).startsWith("Gate ");
    assertThat(office.auditTrail()).hasSize(8);
  }

  private SettingsOutcome change(Map<SettingKey, String> sent) {
    return settings.change(sent, StaffOffice.MANAGER);
  }

  private Settings process(Set<SettingKey> fixed) {
    return process(fixed, office.audit);
  }

  private Settings process(Set<SettingKey> fixed, AuditTrail audit) {
    Settings process =
        new Settings(
            new ConfiguredSettings(DEFAULTS, fixed),
            new JdbcSettingStore(office.database),
            office.database::inTransaction,
            audit);
    process.follow();
    return process;
  }
}
