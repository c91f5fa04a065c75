package dev.streamgate.server.events.http;

import dev.streamgate.model.events.EventRequest;
import dev.streamgate.model.text.TextLimits;
import dev.streamgate.server.events.EventProblem;
import dev.streamgate.server.foundation.Problem;

/// Says what is wrong with an event that staff sent (API §4.3).
public final class EventWords {
  private EventWords() {}

  static Problem refusal(EventProblem problem) {
    return Problem.badRequest(words(problem));
  }

  /// The sentence for people.
  public static String words(EventProblem problem) {
    return switch (problem) {
      case TITLE_MISSING -> "Title is required";
      case TITLE_TOO_LONG -> "Title must be at most %d characters".formatted(TextLimits.TITLE);
      case DESCRIPTION ->
          "Description must be text of at most %d characters".formatted(TextLimits.DESCRIPTION);
      case STREAM ->
          "Invalid stream URL format. Accepted are a folder id, a folder URL, an embed address or"
              + " <iframe> snippet, and a URL ending in .m3u8";
      case POSTER -> "Invalid poster URL format";
      case DATE -> "Invalid date format";
      case SCHEDULE -> "Start must be before end";
      case ACCESS_WINDOW -> "Access window must be 1-168 hours";
      case PREVIEW -> "Preview must be true or false";
      case WATERMARK -> "Watermark must be true or false";
      case TAKEOVER -> "Takeover must be never or counted";
      case MAX_TAKEOVERS ->
          "Takeovers must be between 0 and %d".formatted(EventRequest.MAX_TAKEOVERS);
    };
  }
}
