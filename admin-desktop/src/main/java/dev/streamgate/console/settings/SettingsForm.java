package dev.streamgate.console.settings;

import dev.streamgate.console.screen.FieldErrors;
import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.SettingsRequest;
import dev.streamgate.model.staff.SettingsResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is typed into the server's settings; what its configuration holds is locked.
public final class SettingsForm {
  static final String NAME = "App name";
  static final String SUPPORT = "Support contact";
  static final String LANGUAGES = "Languages";
  static final String REFUSED = "Refused codes";
  static final String TOTAL = "Validations per minute";

  private static final SettingsRequest NOTHING = new SettingsRequest(null, null, null, null, null);

  final StringProperty appName = new SimpleStringProperty("");
  final StringProperty supportContact = new SimpleStringProperty("");
  final BooleanProperty english = new SimpleBooleanProperty();
  final BooleanProperty german = new SimpleBooleanProperty();
  final StringProperty refusedPerMinute = new SimpleStringProperty("");
  final StringProperty totalPerMinute = new SimpleStringProperty("");
  private final FieldErrors errors =
      new FieldErrors()
          .field(NAME, appName)
          .field(SUPPORT, supportContact)
          .field(LANGUAGES, english, german)
          .field(REFUSED, refusedPerMinute)
          .field(TOTAL, totalPerMinute);
  private final ReadOnlyObjectWrapper<@Nullable SettingsResponse> known =
      new ReadOnlyObjectWrapper<>();

  /// What the server has against what is typed, at its fields.
  FieldErrors errors() {
    return errors;
  }

  void show(SettingsResponse settings) {
    errors.clear();
    known.set(settings);
    appName.set(text(settings.appName().value()));
    supportContact.set(text(settings.supportContact().value()));
    List<String> languages = languages(settings);
    english.set(languages.contains("en"));
    german.set(languages.contains("de"));
    refusedPerMinute.set(text(settings.validateRefusedPerMinute().value()));
    totalPerMinute.set(text(settings.validateTotalPerMinute().value()));
  }

  /// Whether a setting comes from the configuration.
  BooleanBinding fixed(Function<SettingsResponse, SettingsResponse.Setting<?>> which) {
    return Bindings.createBooleanBinding(
        () -> {
          SettingsResponse now = known.get();
          return now != null && which.apply(now).fixed();
        },
        known);
  }

  boolean isTouched() {
    SettingsResponse before = known.get();
    return before != null && !change(before).equals(NOTHING);
  }

  Optional<SettingsRequest> request() {
    return Optional.ofNullable(known.get()).map(this::change);
  }

  /// What of the change somebody else has changed since, as lines to read.
  List<String> overwritten(SettingsResponse now, Catalogue texts, Meanwhile meanwhile) {
    SettingsResponse before = known.get();
    if (before == null) {
      return List.of();
    }
    SettingsRequest mine = change(before);
    SettingsRequest stillMine = change(now);
    List<String> lines = new ArrayList<>();
    FieldTeller tell =
        (key, sent, left, which) -> {
          if (sent != null && left != null && !which.apply(now).equals(which.apply(before))) {
            lines.add(meanwhile.line(texts.get(key), text(which.apply(now).value())));
          }
        };
    tell.tell("appName", mine.appName(), stillMine.appName(), SettingsResponse::appName);
    tell.tell(
        "support",
        mine.supportContact(),
        stillMine.supportContact(),
        SettingsResponse::supportContact);
    tell.tell("languages", mine.languages(), stillMine.languages(), SettingsResponse::languages);
    tell.tell(
        "refused",
        mine.validateRefusedPerMinute(),
        stillMine.validateRefusedPerMinute(),
        SettingsResponse::validateRefusedPerMinute);
    tell.tell(
        "total",
        mine.validateTotalPerMinute(),
        stillMine.validateTotalPerMinute(),
        SettingsResponse::validateTotalPerMinute);
    return List.copyOf(lines);
  }

  private interface FieldTeller {
    void tell(
        String key,
        @Nullable Object sent,
        @Nullable Object left,
        Function<SettingsResponse, SettingsResponse.Setting<?>> which);
  }

  Observable[] parts() {
    return new Observable[] {
      known, appName, supportContact, english, german, refusedPerMinute, totalPerMinute
    };
  }

  /// Only what differs is sent, so that locked settings never are.
  private SettingsRequest change(SettingsResponse before) {
    return new SettingsRequest(
        changed(appName.get().trim(), text(before.appName().value())),
        changed(supportContact.get().trim(), text(before.supportContact().value())),
        chosen().equals(languages(before)) ? null : chosen(),
        number(refusedPerMinute.get(), before.validateRefusedPerMinute().value()),
        number(totalPerMinute.get(), before.validateTotalPerMinute().value()));
  }

  /// The languages in the order they had; a new one comes last.
  private List<String> chosen() {
    List<String> wanted = new ArrayList<>();
    SettingsResponse before = known.get();
    if (before != null) {
      languages(before).stream().filter(this::isTicked).forEach(wanted::add);
    }
    Stream.of("en", "de")
        .filter(this::isTicked)
        .filter(language -> !wanted.contains(language))
        .forEach(wanted::add);
    return List.copyOf(wanted);
  }

  private boolean isTicked(String language) {
    return language.equals("en") ? english.get() : german.get();
  }

  private static List<String> languages(SettingsResponse settings) {
    List<String> languages = settings.languages().value();
    return languages == null ? List.of() : languages;
  }

  private static @Nullable String changed(String now, String before) {
    return now.equals(before) ? null : now;
  }

  /// A number nobody can read is sent as one the server refuses in its own words.
  private static @Nullable Integer number(String typed, @Nullable Integer before) {
    String text = typed.trim();
    int value = text.matches("\\d{1,8}") ? Integer.parseInt(text) : 0;
    return before != null && value == before ? null : value;
  }

  private static String text(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
