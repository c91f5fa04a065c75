package dev.streamgate.console;

import dev.streamgate.console.connection.ConnectionWatch;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.dialog.DialogLayer;
import dev.streamgate.console.screen.FailureTexts;
import dev.streamgate.console.screen.Views;
import dev.streamgate.console.screen.Writing;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Catalogues;
import dev.streamgate.console.text.Formats;

/// The parts every screen is made with.
record SharedParts(
    Catalogues catalogues,
    Formats formats,
    FailureTexts failures,
    Views views,
    ServerCalls calls,
    StatusLine status,
    DialogLayer dialogs,
    Writing writing) {

  static SharedParts make(Surroundings outside) {
    Catalogues catalogues = Catalogues.in(outside.place().language());
    FailureTexts failures = new FailureTexts(catalogues.of(FailureTexts.class));
    ConnectionWatch connection = new ConnectionWatch(outside.tasks(), outside.place().now());
    ServerCalls calls = new ServerCalls(outside.tasks(), connection);
    StatusLine status = new StatusLine();
    DialogLayer dialogs = new DialogLayer();
    return new SharedParts(
        catalogues,
        new Formats(catalogues.locale(), outside.place().zone()),
        failures,
        new Views(catalogues),
        calls,
        status,
        dialogs,
        new Writing(calls, dialogs, status, failures));
  }

  Catalogue texts(Class<?> type) {
    return catalogues.of(type);
  }
}
