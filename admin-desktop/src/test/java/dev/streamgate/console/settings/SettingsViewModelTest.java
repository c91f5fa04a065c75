package dev.streamgate.console.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.MemoryPreferences;
import dev.streamgate.model.staff.SettingsRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  private final Desk desk = new Desk();
  private final MemoryPreferences preferences = new MemoryPreferences();
  private boolean declines;
  private final List<Locale> spoken = new ArrayList<>();
  private final SettingsViewModel model =
      new SettingsViewModel(
          desk.server.apis().settings(),
          desk.loading(),
          desk.writing,
          desk.work,
          new SettingsViewModel.ConsoleSettings(
              preferences,
              desk.tasks,
              name -> desk.desktop.desktop().saveDialog().choose(name),
              this::speak),
          Desk.texts(SettingsViewModel.class));

  private void speak(Locale language, Runnable agreed, Runnable declined) {
    if (declines) {
      declined.run();
    } else {
      agreed.run();
      spoken.add(language);
    }
  }

  @BeforeEach
  void load() {
    model.refresh();
    desk.server.asked().clear();
  }

  @Test
  void whatIsAsItWasIsNotSaved() {
    assertThat(model.form().appName.get()).isEqualTo("StreamGate");
    assertThat(model.ready().get()).isFalse();
    model.save();
    assertThat(desk.server.asked()).isEmpty();
  }

  @Test
  void aChangeIsSavedAndToldSo() {
    model.form().appName.set("Village TV");
    assertThat(model.ready().get()).isTrue();
    model.save();
    assertThat(desk.server.operation().settings.appName().value()).isEqualTo("Village TV");
    assertThat(desk.said()).isEqualTo("The settings are saved.");
    assertThat(model.ready().get()).isFalse();
  }

  @Test
  void whatAnotherOwnerSetMeanwhileIsOverwrittenOnlyOnceAgreed() {
    model.form().appName.set("Village TV");
    model.form().totalPerMinute.set("900");
    desk.server
        .apis()
        .settings()
        .change(new SettingsRequest("Town TV", "+49 30 1", null, null, null));
    desk.dialogs.declines();
    model.save();
    assertThat(desk.dialogs.asked())
        .singleElement()
        .satisfies(
            question -> assertThat(question.text()).contains("Name shown to viewers: Town TV"));
    assertThat(desk.server.operation().settings.appName().value()).isEqualTo("Town TV");
    desk.dialogs.agrees();
    model.save();
    assertThat(desk.server.operation().settings.appName().value()).isEqualTo("Village TV");
    assertThat(desk.server.operation().settings.supportContact().value()).isEqualTo("+49 30 1");
  }

  @Test
  void whatIsBeingTypedIsNotLoadedOver() {
    model.form().appName.set("Village");
    model.refresh();
    assertThat(desk.server.asked()).isEmpty();
    assertThat(model.form().appName.get()).isEqualTo("Village");
  }

  @Test
  void aRefusalStandsAtItsFieldUntilThatChanges() {
    model.form().refusedPerMinute.set("many");
    String sentence = "Refused codes per minute must be a whole number from 1 to 10000";
    desk.server.operation().refusesSettings(sentence);
    model.save();
    assertThat(model.form().errors().at(SettingsForm.REFUSED).get()).isEqualTo(sentence);
    assertThat(desk.said()).as("the status line").isEmpty();
    assertThat(model.form().refusedPerMinute.get()).isEqualTo("many");
    assertThat(model.ready().get()).isTrue();
    model.form().refusedPerMinute.set("30");
    assertThat(model.form().errors().at(SettingsForm.REFUSED).get()).isEmpty();
  }

  @Test
  void withoutTheServerNothingCanBeSaved() {
    desk.server.failsWith(new ApiFailure.Unreachable("refused"));
    model.refresh();
    model.form().appName.set("Village TV");
    assertThat(model.ready().get()).isFalse();
    assertThat(model.allowed().get()).isFalse();
  }

  @Test
  void aBackupGoesWhereTheStaffWantIt(@TempDir Path folder) {
    desk.desktop.savesInto(folder);
    model.backup();
    assertThat(desk.server.asked()).containsExactly("backup");
    assertThat(desk.said())
        .isEqualTo("Saved the backup to " + folder.resolve("streamgate-backup.zip"));
  }

  @Test
  void withoutAFileThereIsNoBackup() {
    model.backup();
    assertThat(desk.server.asked()).isEmpty();
  }

  @Test
  void aLanguageThatWasDeclinedIsNotRemembered() {
    declines = true;
    model.setLanguage(Locale.GERMAN, () -> spoken.add(Locale.ENGLISH));
    assertThat(spoken).as("put back").containsExactly(Locale.ENGLISH);
    assertThat(preferences.language()).isEmpty();
  }

  @Test
  void languageAndSoundsAreOfThisConsole() {
    model.setLanguage(Locale.GERMAN, () -> {});
    model.setSounds(false);
    assertThat(spoken).containsExactly(Locale.GERMAN);
    assertThat(preferences.language()).contains("de");
    assertThat(model.sounds()).isFalse();
    assertThat(desk.server.asked()).isEmpty();
  }
}
