package dev.streamgate.console.diagnostics;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.MissingPictures;
import dev.streamgate.console.screen.ScreenStatus;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.ConsoleMessage;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.sessions.SessionView;
import dev.streamgate.model.sessions.TicketSessions;
import dev.streamgate.model.staff.LockedAddressResponse;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// What is wrong with a code, a session or a playback token, and who is shut out for guessing.
public final class DiagnosticsViewModel {
  private final ServerApis apis;
  private final Loading loading;
  private final Writing writing;
  private final DiagnosticsWords words;
  private final SupportNote note;
  private final MissingPictures pictures;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper cause = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper good = new ReadOnlyBooleanWrapper();
  private final ObservableList<DiagnosticsResponse.Check> checks =
      FXCollections.observableArrayList();
  private final ObservableList<SessionView> sessions = FXCollections.observableArrayList();
  private final ObservableList<AuditLogEntry> audit = FXCollections.observableArrayList();
  private final ObservableList<LockedAddressResponse> locked = FXCollections.observableArrayList();
  private final BooleanProperty looking = new SimpleBooleanProperty();
  private @Nullable DiagnosticsResponse found;
  private String asked = "";

  /// The findings and the sessions of the ticket they are about.
  private record Found(DiagnosticsResponse answer, List<SessionView> sessions) {}

  public DiagnosticsViewModel(
      ServerApis apis,
      Loading loading,
      Writing writing,
      DiagnosticsWords words,
      SupportNote note,
      MissingPictures pictures) {
    this.pictures = pictures;
    this.apis = apis;
    this.loading = loading;
    this.writing = writing;
    this.words = words;
    this.note = note;
    loading.status().loaded(true);
  }

  public ScreenStatus status() {
    return loading.status();
  }

  public StringProperty queryProperty() {
    return query;
  }

  /// The finding in one sentence.
  public ReadOnlyStringProperty causeProperty() {
    return cause.getReadOnlyProperty();
  }

  /// Whether nothing was found to be wrong.
  public ReadOnlyBooleanProperty goodProperty() {
    return good.getReadOnlyProperty();
  }

  public ObservableList<DiagnosticsResponse.Check> checks() {
    return checks;
  }

  public ObservableList<SessionView> sessions() {
    return sessions;
  }

  public ObservableList<AuditLogEntry> audit() {
    return audit;
  }

  /// What runs without a picture, whoever is asked about.
  public ObservableList<String> missingPictures() {
    return pictures.sentences();
  }

  /// Looks for what runs without a picture.
  public void lookForPictures() {
    pictures.look();
  }

  /// Addresses that have used up their guesses.
  public ObservableList<LockedAddressResponse> locked() {
    return locked;
  }

  public BooleanProperty busyProperty() {
    return loading.busyProperty();
  }

  public BooleanBinding ready() {
    return Bindings.createBooleanBinding(() -> !query.get().isBlank(), query)
        .and(loading.busyProperty().not());
  }

  public BooleanBinding allowed() {
    return writing.allowed();
  }

  public void run() {
    if (!ready().get()) {
      return;
    }
    String text = query.get().trim();
    asked = text;
    loading.load(
        () ->
            apis.support()
                .diagnose(text)
                .then(answer -> sessionsOf(answer).map(of -> new Found(answer, of))),
        this::show);
  }

  /// Asks again for what was asked before, and for the locked addresses.
  public void refresh() {
    refreshLocked();
    lookForPictures();
    if (found != null) {
      run();
    }
  }

  public void refreshLocked() {
    loading.calls().ask(looking, apis.support()::lockedAddresses, locked::setAll, failure -> {});
  }

  public void told(ConsoleMessage message) {
    if (message instanceof ConsoleMessage.Locked(List<LockedAddressResponse> addresses)) {
      locked.setAll(addresses);
    }
  }

  /// Gives an address its guesses back.
  public void unlock(LockedAddressResponse address) {
    writing.write(
        () -> apis.support().unlock(address.address()),
        done -> {
          writing.say(words.texts().get("unlocked", address.address()));
          refreshLocked();
        });
  }

  /// Everything support needs, in one text; codes keep only their last four symbols.
  public void copyForSupport() {
    if (found != null) {
      note.copy(asked, found, apis.support().lastExchange());
      writing.say(words.texts().get("copied"));
    }
  }

  private Answer<List<SessionView>> sessionsOf(DiagnosticsResponse answer) {
    String ticket = answer.tokenId();
    return ticket == null
        ? Answer.of(List.of())
        : apis.sessions().ofTicket(ticket).map(TicketSessions::sessions);
  }

  private boolean show(Found all) {
    found = all.answer();
    cause.set(words.sentence(all.answer()));
    good.set(words.isGood(all.answer()));
    checks.setAll(all.answer().checks());
    sessions.setAll(all.sessions());
    audit.setAll(all.answer().audit());
    return false;
  }
}
