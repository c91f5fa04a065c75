package dev.streamgate.console.settings;

import dev.streamgate.console.hint.Able;
import dev.streamgate.console.hint.Reason;
import dev.streamgate.console.screen.Field;
import dev.streamgate.console.screen.FieldErrors;
import dev.streamgate.console.screen.ScreenFrame;
import dev.streamgate.console.screen.ScreenView;
import dev.streamgate.console.screen.Shown;
import dev.streamgate.console.screen.WordedChoice;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Catalogues;
import dev.streamgate.model.staff.SettingsResponse;
import java.util.Locale;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/// The screen "Settings". Managers see only what concerns this console.
public final class SettingsView implements ScreenView {
  private final SettingsViewModel model;
  private final ObservableBooleanValue owner;

  private final Locale spoken;

  /// Held here, since the box holds it only weakly.
  private final ObjectProperty<Locale> language;

  @FXML private VBox serverPart;
  @FXML private ScreenFrame frame;
  @FXML private Field nameField;
  @FXML private Field supportField;
  @FXML private Field refusedField;
  @FXML private Field totalField;
  @FXML private Label languagesError;
  @FXML private Label settingsError;
  @FXML private TextField settingAppName;
  @FXML private TextField settingSupport;
  @FXML private CheckBox settingEnglish;
  @FXML private CheckBox settingGerman;
  @FXML private TextField settingRefused;
  @FXML private TextField settingTotal;
  @FXML private Label lockedName;
  @FXML private Label lockedSupport;
  @FXML private Label lockedLanguages;
  @FXML private Label lockedRefused;
  @FXML private Label lockedTotal;
  @FXML private Button saveSettings;
  @FXML private Button downloadBackup;
  @FXML private ComboBox<Locale> consoleLanguage;
  @FXML private CheckBox consoleSounds;

  public SettingsView(SettingsViewModel model, Catalogue texts, ObservableBooleanValue owner) {
    this.model = model;
    this.owner = owner;
    this.spoken = texts.locale();
    this.language = new SimpleObjectProperty<>(spoken);
  }

  @FXML
  private void initialize() {
    SettingsForm form = model.form();
    settingAppName.textProperty().bindBidirectional(form.appName);
    settingSupport.textProperty().bindBidirectional(form.supportContact);
    settingEnglish.selectedProperty().bindBidirectional(form.english);
    settingGerman.selectedProperty().bindBidirectional(form.german);
    settingRefused.textProperty().bindBidirectional(form.refusedPerMinute);
    settingTotal.textProperty().bindBidirectional(form.totalPerMinute);
    lock(SettingsResponse::appName, lockedName, settingAppName);
    lock(SettingsResponse::supportContact, lockedSupport, settingSupport);
    lock(SettingsResponse::languages, lockedLanguages, settingEnglish, settingGerman);
    lock(SettingsResponse::validateRefusedPerMinute, lockedRefused, settingRefused);
    lock(SettingsResponse::validateTotalPerMinute, lockedTotal, settingTotal);
    showErrors(form.errors());
    Able.when(saveSettings, model.ready(), Reason.UNCHANGED);
    Able.when(downloadBackup, model.allowed());
    frame.follow(model.status(), model::refresh);
    Shown.when(serverPart, owner);
    showConsole();
  }

  @Override
  public void refresh() {
    if (owner.get()) {
      model.refresh();
    }
  }

  @Override
  public boolean isTouched() {
    return model.form().isTouched();
  }

  @Override
  public void save() {
    model.save();
  }

  @FXML
  private void onSave() {
    model.save();
  }

  @FXML
  private void onBackup() {
    model.backup();
  }

  private void showErrors(FieldErrors errors) {
    nameField.showErrors(errors.at(SettingsForm.NAME));
    supportField.showErrors(errors.at(SettingsForm.SUPPORT));
    refusedField.showErrors(errors.at(SettingsForm.REFUSED));
    totalField.showErrors(errors.at(SettingsForm.TOTAL));
    languagesError.textProperty().bind(errors.at(SettingsForm.LANGUAGES));
    settingsError.textProperty().bind(errors.elsewhere());
    Shown.when(languagesError, languagesError.textProperty().isNotEmpty());
    Shown.when(settingsError, settingsError.textProperty().isNotEmpty());
  }

  private void showConsole() {
    WordedChoice.bind(
        consoleLanguage,
        Catalogues.LANGUAGES,
        offered -> offered.getDisplayLanguage(offered),
        language);
    language.addListener((_, _, chosen) -> {
      if (!chosen.equals(spoken)) {
        model.setLanguage(chosen, () -> language.set(spoken));
      }
    });
    consoleSounds.setSelected(model.sounds());
    consoleSounds.setOnAction(event -> model.setSounds(consoleSounds.isSelected()));
  }

  private void lock(
      Function<SettingsResponse, SettingsResponse.Setting<?>> which, Label note, Node... controls) {
    BooleanBinding fixed = model.form().fixed(which);
    Shown.when(note, fixed);
    for (Node control : controls) {
      Able.when(control, fixed.not(), Reason.FIXED);
    }
  }
}
