package dev.streamgate.server.events;

import dev.streamgate.model.events.EventId;
import dev.streamgate.model.text.PlainText;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where staff say an event's video is: on another server (`url`, that of the folder), in a folder
/// known by another name than the event's own (`folder`), or, with neither, in the event's own
/// folder. With both the name is that of our copy.
record StreamAddress(@Nullable String url, @Nullable String folder) {
  static final StreamAddress OWN_FOLDER = new StreamAddress(null, null);

  /// Characters; snippets that video hosts offer for copying have a few hundred.
  private static final int LONGEST = 4096;

  private static final Pattern FRAME = Pattern.compile("<iframe\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern SOURCE =
      Pattern.compile("\\ssrc\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')", Pattern.CASE_INSENSITIVE);

  static StreamAddress of(Event event) {
    return new StreamAddress(event.streamUrl(), event.streamFolder());
  }

  /// Reads what was typed into the stream field: nothing, a folder's name, an embed address or the
  /// snippet with one, or the URL of a folder or playlist (API §4.3). Only the form is looked at.
  ///
  /// @param upstreamOrigin the server whose folders are known by their names
  /// @return empty if it is none of these
  static Optional<StreamAddress> read(String typed, Optional<String> upstreamOrigin) {
    String text = PlainText.line(typed);
    if (text.isEmpty()) {
      return Optional.of(OWN_FOLDER);
    }
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (EventId.isValid(text)) {
      return Optional.of(new StreamAddress(null, text));
    }
    Matcher frame = FRAME.matcher(text);
    return frame.find()
        ? framed(text, frame.end()).flatMap(SourceUrl::read).flatMap(StreamAddress::ofFrame)
        : SourceUrl.read(text).flatMap(url -> of(url, upstreamOrigin));
  }

  /// The address in the tag of a frame, whose name ends here.
  private static Optional<String> framed(String text, int from) {
    int end = text.indexOf('>', from);
    Matcher source = SOURCE.matcher(text).region(from, Math.max(from, end));
    if (!source.find()) {
      return Optional.empty();
    }
    String quoted = source.group(1) == null ? source.group(2) : source.group(1);
    return Optional.of(quoted.strip());
  }

  /// What is shown in a frame is a page; only the id in its address says which video it shows.
  private static Optional<StreamAddress> ofFrame(SourceUrl url) {
    return url.videoId().map(id -> new StreamAddress(null, id));
  }

  private static Optional<StreamAddress> of(SourceUrl url, Optional<String> upstreamOrigin) {
    if (url.isEmbed()) {
      return ofFrame(url);
    }
    Optional<String> name = upstreamOrigin.flatMap(url::folderBelow);
    if (name.isPresent()) {
      return Optional.of(new StreamAddress(null, name.get()));
    }
    return url.folder().map(address -> new StreamAddress(address, url.videoId().orElse(null)));
  }
}
