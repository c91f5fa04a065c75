package dev.streamgate.console;

import dev.streamgate.console.connection.ConnectionWatch;
import dev.streamgate.console.connection.LiveUpdates;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.dialog.DialogLayer;
import dev.streamgate.console.screen.Confirmations;
import dev.streamgate.console.screen.Discarding;
import dev.streamgate.console.screen.EventChoices;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.FormPanels;
import dev.streamgate.console.screen.Loading;
import dev.streamgate.console.screen.LongWork;
import dev.streamgate.console.screen.Meanwhile;
import dev.streamgate.console.screen.MissingPictures;
import dev.streamgate.console.screen.Releasing;
import dev.streamgate.console.screen.ShortcutKey;
import dev.streamgate.console.screen.TableHabits;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Catalogues;
import dev.streamgate.console.text.Formats;

/// The parts every screen is made with, in one language.
record SharedParts(
    Catalogues catalogues,
    Formats formats,
    FailureTexts failures,
    Views views,
    ServerCalls calls,
    StatusLine status,
    DialogLayer dialogs,
    Writing writing,
    LongWork work,
    LiveUpdates live,
    Confirmations confirmations,
    TableHabits habits,
    EventChoices events) {

  static SharedParts make(Surroundings outside, String language) {
    Catalogues catalogues = Catalogues.in(language);
    Formats formats = new Formats(catalogues.locale(), outside.place().zone());
    FailureTexts failures = new FailureTexts(catalogues.of(FailureTexts.class));
    ConnectionWatch connection = new ConnectionWatch(outside.tasks(), outside.place().now());
    ServerCalls calls = new ServerCalls(outside.tasks(), connection);
    StatusLine status = new StatusLine();
    DialogLayer dialogs = new DialogLayer();
    LiveUpdates live = new LiveUpdates(outside.apis().live(), outside.tasks(), calls);
    Confirmations confirmations =
        new Confirmations(
            outside.apis().edges(),
            calls,
            outside.tasks(),
            status,
            new Confirmations.Words(failures.texts(), formats));
    live.listen(confirmations::told);
    return new SharedParts(
        catalogues,
        formats,
        failures,
        new Views(catalogues),
        calls,
        status,
        dialogs,
        new Writing(calls, dialogs, status, failures),
        new LongWork(calls, outside.tasks(), status, failures),
        live,
        confirmations,
        new TableHabits(outside.preferences(), outside.tasks(), outside.desktop().clipboard()),
        new EventChoices(outside.apis().events(), calls));
  }

  Catalogue texts(Class<?> type) {
    return catalogues.of(type);
  }

  FormPanels forms() {
    return new FormPanels(dialogs, views, discarding());
  }

  ShortcutKey shortcut() {
    return ShortcutKey.on(System.getProperty("os.name"), failures.texts());
  }

  Discarding discarding() {
    return new Discarding(dialogs, failures.texts());
  }

  /// Fresh ones for one screen.
  MissingPictures missingPictures(Surroundings outside) {
    return new MissingPictures(outside.apis(), calls, failures.texts());
  }

  Meanwhile meanwhile() {
    return writing.meanwhile();
  }

  Releasing releasing(Surroundings outside) {
    return new Releasing(outside.apis().sessions(), writing, failures.texts());
  }

  /// A fresh loading for one screen.
  Loading loading() {
    return new Loading(calls, failures);
  }
}
