package dev.streamgate.console.stand;

import dev.streamgate.console.connection.ConnectionWatch;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.screen.Confirmations;
import dev.streamgate.console.screen.Discarding;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.MissingPictures;
import dev.streamgate.console.screen.Releasing;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Catalogues;
import dev.streamgate.console.text.Formats;
import java.time.ZoneId;
import java.util.Locale;

/// What a ViewModel is made with, around a fake server and without a toolkit.
public final class Desk {
  public final FakeServer server = new FakeServer();
  public final TestTasks tasks = new TestTasks();
  public final FakeDialogs dialogs = new FakeDialogs();
  public final FakeDesktop desktop = new FakeDesktop();
  public final StatusLine status = new StatusLine();
  public final ConnectionWatch connection = new ConnectionWatch(tasks, () -> Samples.NOW);
  public final ServerCalls calls = new ServerCalls(tasks, connection);
  public final FailureTexts failures = new FailureTexts(texts(FailureTexts.class));
  public final Writing writing = new Writing(calls, dialogs, status, failures);
  public final Formats formats = new Formats(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));

  public final LongWork work = new LongWork(calls, tasks, status, failures);
  public final Confirmations confirmations =
      new Confirmations(
          server.apis().edges(),
          calls,
          tasks,
          status,
          new Confirmations.Words(failures.texts(), formats));

  public final Discarding discarding = new Discarding(dialogs, failures.texts());
  public final Releasing releasing =
      new Releasing(server.apis().sessions(), writing, failures.texts());

  public MissingPictures pictures() {
    return new MissingPictures(server.apis(), calls, failures.texts());
  }

  /// A fresh loading for one screen.
  public Loading loading() {
    return new Loading(calls, failures);
  }

  public static Catalogue texts(Class<?> type) {
    return new Catalogues(Locale.ENGLISH).of(type);
  }

  public String said() {
    return status.noticeProperty().get().text();
  }
}
