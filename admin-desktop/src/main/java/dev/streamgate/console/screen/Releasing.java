package dev.streamgate.console.screen;

import dev.streamgate.console.api.SessionsApi;
import dev.streamgate.console.dialog.Question;
import dev.streamgate.console.text.Catalogue;
import javafx.beans.binding.BooleanBinding;

/// Ends a session after asking (Spec, console §11).
public record Releasing(SessionsApi api, Writing writing, Catalogue texts) {
  /// Whether it can be done now.
  public BooleanBinding allowed() {
    return writing.allowed();
  }

  /// Asks, ends it and tells so.
  ///
  /// @param device what the session plays on
  public void release(String sessionId, String device, Runnable done) {
    writing.ask(
        new Question(
            texts.get("releaseTitle"),
            texts.get("releaseQuestion", device),
            texts.get("cancel"),
            texts.get("release")),
        () -> api.release(sessionId),
        released -> {
          writing.say(texts.get("released", device));
          done.run();
        });
  }

  /// The words for what a session plays on.
  public DeviceWords devices() {
    return new DeviceWords(texts);
  }
}
