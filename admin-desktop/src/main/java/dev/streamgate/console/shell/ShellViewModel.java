package dev.streamgate.console.shell;

import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.api.StaffApi;
import dev.streamgate.console.connection.ConnectionWatch;
import dev.streamgate.console.connection.LiveUpdates;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Formats;
import dev.streamgate.model.staff.SignInResponse.Account;
import dev.streamgate.model.staff.StaffRole;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The frame around the screens: where the staff are, who they are, and how the server is.
public final class ShellViewModel {
  private static final Duration TICK = Duration.ofSeconds(10);

  private final StaffApi staff;
  private final Frame frame;
  private final TaskRunner tasks;
  private final Catalogue texts;
  private final Formats formats;

  private final ObjectProperty<@Nullable Destination> current = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper server = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper user = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<StaffRole> role = new ReadOnlyObjectWrapper<>(StaffRole.DOOR);
  private final BooleanProperty trying = new SimpleBooleanProperty();
  private Running ticking = Running.NOTHING;
  private Runnable refresh = () -> {};
  private Consumer<Boolean> whenTicking = following -> {};
  private Runnable whenSignedOut = () -> {};

  /// What of the connection the frame shows.
  public record Frame(ServerCalls calls, StatusLine status, LongWork work, LiveUpdates live) {}

  public ShellViewModel(
      StaffApi staff, Frame frame, TaskRunner tasks, Catalogue texts, Formats formats) {
    this.staff = staff;
    this.frame = frame;
    this.tasks = tasks;
    this.texts = texts;
    this.formats = formats;
    connection().tryBy(this::lookForServer);
  }

  /// The screen in view; none before the sign-in.
  public ObjectProperty<@Nullable Destination> currentProperty() {
    return current;
  }

  public ReadOnlyStringProperty userProperty() {
    return user.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<StaffRole> roleProperty() {
    return role.getReadOnlyProperty();
  }

  StaffRole roleNow() {
    return role.get();
  }

  public ReadOnlyStringProperty serverProperty() {
    return server.getReadOnlyProperty();
  }

  public StatusLine status() {
    return frame.status();
  }

  public LongWork work() {
    return frame.work();
  }

  public LiveUpdates live() {
    return frame.live();
  }

  public ConnectionWatch connection() {
    return frame.calls().connection();
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
        this::freshnessNow,
        connection().onlineProperty(),
        connection().lastAnswerProperty(),
        live().followingProperty());
  }

  /// How many tasks run; blank if none does.
  public StringBinding running() {
    return Bindings.createStringBinding(
        () -> work().jobs().isEmpty() ? "" : texts.get("running", work().jobs().size()),
        work().jobs());
  }

  /// What refreshing the screen in view means, and what it does every ten seconds; the view knows
  /// which screen that is.
  public void refreshBy(Runnable action, Consumer<Boolean> tick) {
    refresh = action;
    whenTicking = tick;
  }

  public void refresh() {
    refresh.run();
  }

  public void onSignedOut(Runnable action) {
    whenSignedOut = action;
  }

  /// Opens the console for somebody who has just signed in.
  public void open(ServerAddress address, Account account, Optional<Destination> at) {
    server.set(address.toString());
    showAccount(account);
    status().clear();
    current.set(at.orElse(Destination.of(account.role()).getFirst()));
    begin();
  }

  /// Goes on after the sign-in was renewed over the window. A role that has changed meanwhile may
  /// no longer be where the staff were.
  public void resume(Account account) {
    showAccount(account);
    Destination place = current.get();
    if (place != null && !place.isFor(account.role())) {
      current.set(Destination.of(account.role()).getFirst());
    } else {
      refresh();
    }
    begin();
  }

  /// The sign-in is forgotten here whether or not the server is reached.
  public void signOut() {
    close();
    frame.calls().ask(trying, staff::signOut, done -> {}, failure -> {});
    connection().rest();
    whenSignedOut.run();
  }

  /// Ends all that goes on by itself.
  public void close() {
    current.set(null);
    pause();
  }

  /// Asks for nothing by itself until `resume`: without a sign-in there is nothing to be told.
  void pause() {
    live().stop();
    ticking.cancel();
  }

  String label(StaffRole staffRole) {
    return switch (staffRole) {
      case OWNER -> texts.get("owner");
      case MANAGER -> texts.get("manager");
      case DOOR -> texts.get("doorRole");
    };
  }

  private void showAccount(Account account) {
    user.set(account.username());
    role.set(account.role());
  }

  private void begin() {
    live().start();
    ticking.cancel();
    ticking = tasks.after(TICK, this::tick);
  }

  private void tick() {
    if (connection().onlineProperty().get()) {
      whenTicking.accept(live().followingProperty().get());
    }
    ticking = tasks.after(TICK, this::tick);
  }

  private void lookForServer() {
    frame
        .calls()
        .ask(
            trying,
            staff::session,
            session -> {
              if (session.isAdmin()) {
                refresh();
              } else {
                frame.calls().endSignIn();
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
    if (!connection().onlineProperty().get()) {
      return texts.get("dataOf", time);
    }
    return live().followingProperty().get()
        ? texts.get("live", time)
        : texts.get("refreshed", time);
  }
}
