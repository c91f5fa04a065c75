package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.text.PlainText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where staff say an event's video is: on another server (`url`), in a folder of ours other than
/// the event's own (`folder`), or, with neither, in the event's own folder.
record StreamAddress(@Nullable String url, @Nullable String folder) {
  static final StreamAddress OWN_FOLDER = new StreamAddress(null, null);

  static StreamAddress of(Event event) {
    return new StreamAddress(event.streamUrl(), event.streamFolder());
  }

  /// Reads what was typed into the stream field: nothing, a folder's name, or a URL.
  ///
  /// @return empty if it is none of these
  static Optional<StreamAddress> read(String typed) {
    String text = PlainText.line(typed);
    if (text.isEmpty()) {
      return Optional.of(OWN_FOLDER);
    }
    if (EventId.isValid(text)) {
      return Optional.of(new StreamAddress(null, text));
    }
    return Optional.of(text)
        .filter(WebAddress::isAbsolute)
        .map(url -> new StreamAddress(url, null));
  }
}
