package dev.streamgate.console.settings;

import dev.streamgate.console.api.SettingsApi;
import dev.streamgate.console.desktop.SaveDialog;
import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.SettingsRequest;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// The settings of the server, the backup, and what this console is set to.
public final class SettingsViewModel {
  private final SettingsApi api;
  private final Loading loading;
  private final Writing writing;
  private final LongWork work;
  private final ConsoleSettings console;
  private final Catalogue texts;
  private final SettingsForm form = new SettingsForm();

  /// What belongs to this console, and where a backup goes.
  public record ConsoleSettings(
      Preferences preferences, TaskRunner tasks, SaveDialog saveDialog, LanguageSwitch language) {}

  public SettingsViewModel(
      SettingsApi api,
      Loading loading,
      Writing writing,
      LongWork work,
      ConsoleSettings console,
      Catalogue texts) {
    this.api = api;
    this.loading = loading;
    this.writing = writing;
    this.work = work;
    this.console = console;
    this.texts = texts;
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public SettingsForm form() {
    return form;
  }

  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(form::isTouched, form.parts()).and(writing.allowed());
  }

  public BooleanBinding allowed() {
    return writing.allowed();
  }

  /// Loads the settings, unless something is typed that would be lost.
  public void refresh() {
    if (!form.isTouched()) {
      loading.load(
          api::read,
          settings -> {
            form.show(settings);
            return false;
          });
    }
  }

  public void save() {
    form.request()
        .filter(change -> ready().get())
        .ifPresent(change ->
            writing.write(
                api::read,
                now ->
                    writing
                        .meanwhile()
                        .unless(
                            form.overwritten(now, texts, writing.meanwhile()),
                            () -> send(change))));
  }

  private void send(SettingsRequest change) {
    form.errors().clear();
    writing.write(
        () -> api.change(change),
        settings -> {
          form.show(settings);
          writing.say(texts.get("saved"));
        },
        form.errors()::say);
  }

  /// Saves a backup where the staff want it.
  public void backup() {
    console
        .saveDialog()
        .choose("streamgate-backup.zip")
        .ifPresent(file ->
            work.begin(
                texts.get("backupRunning"),
                progress ->
                    api.backup(
                        file,
                        bytes -> progress.at(-1, texts.get("megabytes", bytes / 1_000_000.0))),
                new LongWork.Ends<>(
                    saved -> writing.say(texts.get("backupSaved", saved)), work::warn, () -> {})));
  }

  public boolean sounds() {
    return console.preferences().sounds();
  }

  public void setSounds(boolean on) {
    remember(() -> console.preferences().rememberSounds(on));
  }

  /// The whole console speaks it at once, unless the staff decline to lose what they are at.
  public void setLanguage(Locale language, Runnable declined) {
    console
        .language()
        .to(
            language,
            () -> remember(() -> console.preferences().rememberLanguage(language.toLanguageTag())),
            declined);
  }

  private void remember(Runnable what) {
    console
        .tasks()
        .run(
            () -> {
              what.run();
              return true;
            },
            done -> {},
            defect -> {});
  }
}
