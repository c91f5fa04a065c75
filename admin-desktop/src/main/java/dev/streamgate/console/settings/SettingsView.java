package dev.streamgate.console.settings;

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

  /// Held here, since the box holds it only weakly.
  private final ObjectProperty<Locale> language;

  @FXML private VBox serverPart;
  @FXML private ScreenFrame frame;
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
    this.language = new SimpleObjectProperty<>(texts.locale());
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
    saveSettings.disableProperty().bind(model.ready().not());
    downloadBackup.disableProperty().bind(model.allowed().not());
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

  private void showConsole() {
    WordedChoice.bind(
        consoleLanguage,
        Catalogues.LANGUAGES,
        offered -> offered.getDisplayLanguage(offered),
        language);
    language.addListener((_, _, chosen) -> model.setLanguage(chosen));
    consoleSounds.setSelected(model.sounds());
    consoleSounds.setOnAction(event -> model.setSounds(consoleSounds.isSelected()));
  }

  private void lock(
      Function<SettingsResponse, SettingsResponse.Setting<?>> which, Label note, Node... controls) {
    BooleanBinding fixed = model.form().fixed(which);
    Shown.when(note, fixed);
    for (Node control : controls) {
      control.disableProperty().bind(fixed);
    }
  }
}
