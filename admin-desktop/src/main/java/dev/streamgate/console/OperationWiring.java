package dev.streamgate.console;

import dev.streamgate.console.audit.AuditView;
import dev.streamgate.console.audit.AuditViewModel;
import dev.streamgate.console.diagnostics.DiagnosticsView;
import dev.streamgate.console.diagnostics.DiagnosticsViewModel;
import dev.streamgate.console.diagnostics.DiagnosticsWords;
import dev.streamgate.console.diagnostics.SupportNote;
import dev.streamgate.console.edges.EdgesView;
import dev.streamgate.console.edges.EdgesViewModel;
import dev.streamgate.console.screen.Views.Loaded;
import dev.streamgate.console.settings.LanguageSwitch;
import dev.streamgate.console.settings.SettingsView;
import dev.streamgate.console.settings.SettingsViewModel;
import dev.streamgate.console.shell.ShellViewModel;
import dev.streamgate.console.staff.AccountFormViewModel;
import dev.streamgate.console.staff.AccountsViewModel;
import dev.streamgate.console.staff.StaffView;
import dev.streamgate.console.staff.StaffWords;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffRole;
import javafx.beans.binding.BooleanBinding;

/// Makes the screens for those who run the server: diagnostics, edges, audit log, staff, settings.
final class OperationWiring {
  private final Surroundings outside;
  private final SharedParts shared;
  private final BooleanBinding owner;

  OperationWiring(Surroundings outside, SharedParts shared, ShellViewModel shell) {
    this.outside = outside;
    this.shared = shared;
    owner = shell.roleProperty().isEqualTo(StaffRole.OWNER);
  }

  Loaded<DiagnosticsView> diagnostics(SupportNote.LogLines log) {
    DiagnosticsWords words =
        new DiagnosticsWords(
            shared.texts(DiagnosticsView.class),
            shared.formats(),
            shared.releasing(outside).devices());
    DiagnosticsViewModel model =
        new DiagnosticsViewModel(
            outside.apis(),
            shared.loading(),
            shared.writing(),
            words,
            new SupportNote(outside.desktop().clipboard(), log, outside.place().now()),
            shared.missingPictures(outside));
    return shared.views().load(DiagnosticsView.class, () -> new DiagnosticsView(model, words));
  }

  Loaded<EdgesView> edges() {
    Catalogue texts = shared.texts(EdgesView.class);
    EdgesViewModel model =
        new EdgesViewModel(
            outside.apis().edges(),
            shared.loading(),
            shared.writing(),
            outside.place().now(),
            texts);
    return shared
        .views()
        .load(
            EdgesView.class,
            () -> new EdgesView(model, texts, shared.formats(), shared.habits(), owner));
  }

  Loaded<AuditView> audit() {
    AuditViewModel model =
        new AuditViewModel(
            outside.apis(),
            shared.loading(),
            outside.place().now(),
            outside.place().zone(),
            outside.tasks());
    return shared
        .views()
        .load(
            AuditView.class,
            () ->
                new AuditView(
                    model,
                    shared.events(),
                    shared.texts(AuditView.class),
                    shared.formats(),
                    shared.habits()));
  }

  Loaded<StaffView> staff() {
    Catalogue texts = shared.texts(StaffView.class);
    AccountsViewModel model =
        new AccountsViewModel(outside.apis().accounts(), shared.loading(), shared.writing(), texts);
    return shared
        .views()
        .load(
            StaffView.class,
            () ->
                new StaffView(
                    model,
                    purpose ->
                        new AccountFormViewModel(
                            outside.apis().accounts(),
                            shared.calls(),
                            texts,
                            shared.failures(),
                            purpose),
                    shared.forms(),
                    new StaffWords(texts, shared.formats()),
                    shared.habits()));
  }

  Loaded<SettingsView> settings(LanguageSwitch language) {
    Catalogue texts = shared.texts(SettingsView.class);
    SettingsViewModel model =
        new SettingsViewModel(
            outside.apis().settings(),
            shared.loading(),
            shared.writing(),
            shared.work(),
            new SettingsViewModel.ConsoleSettings(
                outside.preferences(), outside.tasks(), outside.desktop().saveDialog(), language),
            texts);
    return shared.views().load(SettingsView.class, () -> new SettingsView(model, texts, owner));
  }
}
