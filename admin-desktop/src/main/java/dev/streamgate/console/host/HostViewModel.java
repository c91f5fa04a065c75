package dev.streamgate.console.host;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.PortalApi;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.desktop.Desktop;
import dev.streamgate.console.preferences.Preferences;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.insight.HealthResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// A server on this computer: its data folder, its start and end, its addresses and its log.
public final class HostViewModel {
  private static final Pattern PORTAL = Pattern.compile("Portal for viewers: +(\\S+?)/?");
  private static final Pattern PASSWORD = Pattern.compile("(Sign in as .* with password: )(\\S+)");
  private static final int MOST_LINES = 1_000;
  private static final Duration HEALTH_PAUSE = Duration.ofMillis(300);

  private final ServerProgram program;
  private final Tools tools;
  private Catalogue texts;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.STOPPED);
  private final StringProperty folder = new SimpleStringProperty("");
  private final StringProperty port = new SimpleStringProperty("8080");
  private final ReadOnlyStringWrapper password = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private final ObservableList<String> addresses = FXCollections.observableArrayList();
  private final ObservableList<String> log = FXCollections.observableArrayList();
  private ServerProgram.@Nullable Started started;
  private String local = "";

  /// How the server is.
  public enum State {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING,
    FAILED
  }

  /// What it is started with.
  public record Tools(
      PortalApi portal, TaskRunner tasks, Preferences preferences, Desktop desktop) {}

  public HostViewModel(ServerProgram program, Tools tools, Path firstFolder, Catalogue texts) {
    this.program = program;
    this.tools = tools;
    this.texts = texts;
    folder.set(tools.preferences().hostFolder().orElse(firstFolder).toString());
    if (!program.isThere()) {
      message.set(texts.get("noServer"));
    }
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  public StringProperty folderProperty() {
    return folder;
  }

  public StringProperty portProperty() {
    return port;
  }

  /// The password of the first account; blank after it has been seen, and on later starts.
  public ReadOnlyStringProperty passwordProperty() {
    return password.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty messageProperty() {
    return message.getReadOnlyProperty();
  }

  /// Where viewers in the same network find the portal; without a network, where this computer
  /// does.
  public ObservableList<String> addresses() {
    return addresses;
  }

  /// The newest lines the server wrote, without the password.
  public ObservableList<String> log() {
    return log;
  }

  /// Tells what comes next in another language.
  public void speak(Catalogue other) {
    texts = other;
    if (!program.isThere()) {
      message.set(texts.get("noServer"));
    }
  }

  /// Where this console finds the server.
  public String localAddress() {
    return local;
  }

  /// Where others in the network find the server of this computer that has this address; the same
  /// address if none runs here, or there is no network.
  public ServerAddress inNetwork(ServerAddress address) {
    boolean ours =
        state.get() == State.RUNNING
            && ServerAddress.read(local).filter(here -> here.port() == address.port()).isPresent();
    return ours
        ? addresses.stream().findFirst().flatMap(ServerAddress::read).orElse(address)
        : address;
  }

  public boolean isUp() {
    return state.get() == State.RUNNING || state.get() == State.STARTING;
  }

  public BooleanBinding startable() {
    return Bindings.createBooleanBinding(
        () ->
            program.isThere()
                && (state.get() == State.STOPPED || state.get() == State.FAILED)
                && !folder.get().isBlank()
                && number().isPresent(),
        state,
        folder,
        port);
  }

  public void chooseFolder() {
    tools
        .desktop()
        .openDialog()
        .chooseFolder(Optional.of(Path.of(folder.get())))
        .ifPresent(chosen -> folder.set(chosen.toString()));
  }

  public void openFolder() {
    tools.desktop().folders().open(Path.of(folder.get()));
  }

  public void copyPassword() {
    tools.desktop().clipboard().put(password.get());
  }

  /// The password is shown once.
  public void forgetPassword() {
    password.set("");
  }

  public void start() {
    if (!startable().get()) {
      return;
    }
    Path data = Path.of(folder.get());
    int wanted = number().orElseThrow();
    log.clear();
    message.set(texts.get("starting"));
    state.set(State.STARTING);
    tools
        .tasks()
        .run(
            () -> {
              tools.preferences().rememberHostFolder(data);
              return program.start(
                  data,
                  wanted,
                  line -> tools.tasks().soon(() -> take(line)),
                  () -> tools.tasks().soon(this::ended));
            },
            running -> started = running,
            defect -> fail(String.valueOf(defect.getMessage())));
  }

  /// Ends the server, then does `after`; at once if none runs.
  public void stop(Runnable after) {
    ServerProgram.Started running = started;
    if (running == null) {
      after.run();
      return;
    }
    state.set(State.STOPPING);
    message.set(texts.get("stopping"));
    tools
        .tasks()
        .run(
            () -> {
              running.stop();
              return true;
            },
            done -> stopped(after),
            defect -> stopped(after));
  }

  /// Tells how many watch from the server; empty if it does not say.
  public void countViewers(Consumer<Optional<Long>> told) {
    Optional<ServerAddress> address = ServerAddress.read(local);
    if (state.get() != State.RUNNING || address.isEmpty()) {
      told.accept(Optional.of(0L));
      return;
    }
    tools
        .tasks()
        .run(
            () -> tools.portal().watching(address.get()),
            answer ->
                told.accept(
                    answer instanceof Answer.Given<Long>(Long viewers)
                        ? Optional.of(viewers)
                        : Optional.empty()),
            defect -> told.accept(Optional.empty()));
  }

  /// The lines of the log that speak of one of these.
  public List<String> linesAbout(List<String> words) {
    return log.stream().filter(line -> words.stream().anyMatch(line::contains)).toList();
  }

  private void stopped(Runnable after) {
    started = null;
    state.set(State.STOPPED);
    message.set(texts.get("stopped"));
    after.run();
  }

  private void take(String line) {
    Matcher secret = PASSWORD.matcher(line);
    if (secret.matches()) {
      password.set(secret.group(2));
    }
    log.add(secret.matches() ? secret.group(1) + "••••" : line);
    if (log.size() > MOST_LINES) {
      log.removeFirst();
    }
    Matcher portal = PORTAL.matcher(line);
    if (portal.matches()) {
      awaitHealth();
    }
  }

  /// It has said that it listens; now it is to answer.
  private void awaitHealth() {
    local = "http://localhost:" + number().orElse(0);
    ServerAddress.read(local)
        .ifPresent(address ->
            tools
                .tasks()
                .run(
                    () -> tools.portal().health(address),
                    answer -> {
                      if (answer instanceof Answer.Given<HealthResponse>) {
                        running();
                      } else if (state.get() == State.STARTING) {
                        tools.tasks().after(HEALTH_PAUSE, this::awaitHealth);
                      }
                    },
                    defect -> fail(String.valueOf(defect.getMessage()))));
  }

  private void running() {
    state.set(State.RUNNING);
    message.set(texts.get("running"));
    tools
        .tasks()
        .run(
            program::hosts,
            hosts ->
                addresses.setAll(
                    hosts.isEmpty()
                        ? List.of(local)
                        : hosts.stream()
                            .map(host -> "http://" + host + ":" + number().orElse(0))
                            .toList()),
            defect -> addresses.setAll(local));
  }

  private void ended() {
    started = null;
    if (state.get() == State.STARTING) {
      fail(log.isEmpty() ? texts.get("endedAtOnce") : log.getLast());
    } else if (state.get() == State.RUNNING) {
      fail(texts.get("endedByItself"));
    }
  }

  private void fail(String reason) {
    state.set(State.FAILED);
    message.set(texts.get("failed", reason));
  }

  private Optional<Integer> number() {
    return Optional.of(port.get().trim())
        .filter(text -> text.matches("\\d{1,5}"))
        .map(Integer::valueOf)
        .filter(value -> value > 0 && value < 65_536);
  }
}
