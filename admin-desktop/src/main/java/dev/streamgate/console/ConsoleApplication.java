package dev.streamgate.console;

import dev.streamgate.console.api.LocalServer;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.console.desktop.Desktop;
import dev.streamgate.console.desktop.FxClipboard;
import dev.streamgate.console.desktop.FxOpenDialog;
import dev.streamgate.console.desktop.FxSaveDialog;
import dev.streamgate.console.desktop.ToneSounds;
import dev.streamgate.console.host.ProcessServerProgram;
import dev.streamgate.console.preferences.FilePreferences;
import dev.streamgate.console.print.FxPrinting;
import dev.streamgate.console.task.FxTaskRunner;
import dev.streamgate.console.task.Rehearsal;
import dev.streamgate.console.task.UiThread;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import javafx.application.Application;
import javafx.stage.Stage;

/// The console as JavaFX runs it.
public final class ConsoleApplication extends Application {
  private final FxTaskRunner tasks = new FxTaskRunner();
  private final FilePreferences preferences =
      new FilePreferences(
          Path.of(System.getProperty("user.home"), ".streamgate", "console.properties"));

  @Override
  public void start(Stage stage) {
    String language = preferences.language().orElse(Locale.getDefault().toLanguageTag());
    ConsoleArguments arguments = ConsoleArguments.read(getParameters().getRaw());
    Surroundings surroundings =
        new Surroundings(
            ServerApis.overHttp(),
            tasks,
            desktop(stage),
            preferences,
            new Surroundings.Place(InstantSource.system(), ZoneId.systemDefault(), language),
            arguments.server(),
            new ProcessServerProgram(LocalServer::stop));
    ConsoleWiring console = new ConsoleWiring(stage, surroundings);
    UiThread.hearBreakdowns(console::brokeDown);
    console.start();
    if (arguments.isRehearsal()) {
      Rehearsal.endWhenSeen(stage.getScene());
    }
  }

  private Desktop desktop(Stage stage) {
    return new Desktop(
        new FxClipboard(),
        new FxSaveDialog(stage),
        new FxOpenDialog(stage),
        folder -> getHostServices().showDocument(folder.toUri().toString()),
        address -> getHostServices().showDocument(address),
        new FxPrinting(stage),
        new ToneSounds(tasks));
  }

  @Override
  public void stop() {
    tasks.close();
  }
}
