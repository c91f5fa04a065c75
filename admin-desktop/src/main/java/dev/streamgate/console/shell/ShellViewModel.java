package dev.streamgate.console.shell;

import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.api.StaffApi;
import dev.streamgate.console.connection.ConnectionWatch;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.staff.SignInResponse.Account;
import dev.streamgate.model.staff.StaffRole;
import java.time.Instant;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The frame around the screens: where the staff are, who they are, and how the server is.
public final class ShellViewModel {
  private final StaffApi staff;
  private final ServerCalls calls;
  private final StatusLine status;
  private final Catalogue texts;
  private final Formats formats;

  private final ObjectProperty<@Nullable Destination> current = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper server = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper user = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper role = new ReadOnlyStringWrapper("");
  private final BooleanProperty trying = new SimpleBooleanProperty();
  private Runnable refresh = () -> {};
  private Runnable whenSignedOut = () -> {};

  public ShellViewModel(
      StaffApi staff, ServerCalls calls, StatusLine status, Catalogue texts, Formats formats) {
    this.staff = staff;
    this.calls = calls;
    this.status = status;
    this.texts = texts;
    this.formats = formats;
    calls.connection().tryBy(this::lookForServer);
  }

  /// The screen in view; none before the sign-in.
  public ObjectProperty<@Nullable Destination> currentProperty() {
    return current;
  }

  public ReadOnlyStringProperty userProperty() {
    return user.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty roleProperty() {
    return role.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty serverProperty() {
    return server.getReadOnlyProperty();
  }

  public StatusLine status() {
    return status;
  }

  public ConnectionWatch connection() {
    return calls.connection();
  }

  /// "No connection to <server>. Trying again in N s."
  public StringBinding bandText() {
    return Bindings.createStringBinding(
        () -> texts.get("noConnection", server.get(), connection().secondsToRetryProperty().get()),
        server,
        connection().secondsToRetryProperty());
  }

  /// How fresh the data on the screen is.
  public StringBinding freshness() {
    return Bindings.createStringBinding(
        this::freshnessNow, connection().onlineProperty(), connection().lastAnswerProperty());
  }

  /// What refreshing the screen in view means; the view knows which one that is.
  public void refreshBy(Runnable action) {
    refresh = action;
  }

  public void refresh() {
    refresh.run();
  }

  public void onSignedOut(Runnable action) {
    whenSignedOut = action;
  }

  /// Opens the console for somebody who has just signed in.
  public void open(ServerAddress address, Account account) {
    server.set(address.toString());
    user.set(account.username());
    role.set(label(account.role()));
    status.clear();
    current.set(Destination.DASHBOARD);
  }

  /// Goes on after the sign-in was renewed over the window.
  public void resume(Account account) {
    user.set(account.username());
    role.set(label(account.role()));
    refresh();
  }

  /// The sign-in is forgotten here whether or not the server is reached.
  public void signOut() {
    current.set(null);
    calls.ask(trying, staff::signOut, done -> {}, failure -> {});
    connection().rest();
    whenSignedOut.run();
  }

  private void lookForServer() {
    calls.ask(
        trying,
        staff::session,
        session -> {
          if (session.isAdmin()) {
            refresh();
          } else {
            calls.endSignIn();
          }
        },
        failure -> {});
  }

  private String freshnessNow() {
    Instant last = connection().lastAnswerProperty().get();
    if (last == null) {
      return "";
    }
    String time = formats.time(last);
    return connection().onlineProperty().get()
        ? texts.get("refreshed", time)
        : texts.get("dataOf", time);
  }

  private String label(StaffRole staffRole) {
    return switch (staffRole) {
      case OWNER -> texts.get("owner");
      case MANAGER -> texts.get("manager");
      case DOOR -> texts.get("door");
    };
  }
}
