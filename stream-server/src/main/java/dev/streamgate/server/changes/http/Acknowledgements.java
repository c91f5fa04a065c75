package dev.streamgate.server.changes.http;

import dev.streamgate.model.changes.RevocationAcknowledgement;
import dev.streamgate.model.text.PlainText;
import dev.streamgate.server.changes.Acknowledgement;
import dev.streamgate.server.changes.Edge;
import dev.streamgate.server.foundation.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what edges say of themselves (API §5.3).
final class Acknowledgements {
  private static final int LONGEST_ADDRESS = 300;
  private static final int LONGEST_NAME = 64;

  private Acknowledgements() {}

  /// @param logId the log here; of another one's numbers none counts
  /// @throws Problem 400 if the edge's name or its cursor is none
  static Acknowledgement of(RevocationAcknowledgement said, String logId) {
    String edgeId =
        Optional.ofNullable(said.edgeId())
            .filter(Edge::isValidId)
            .orElseThrow(() -> Problem.badRequest("Invalid edgeId"));
    long cursor =
        Optional.ofNullable(said.cursor())
            .filter(number -> number >= 0)
            .orElseThrow(() -> Problem.badRequest("Invalid cursor"));
    return new Acknowledgement(
        edgeId,
        said.logId() == null || said.logId().equals(logId) ? cursor : 0,
        text(said.address(), LONGEST_ADDRESS),
        text(said.version(), LONGEST_NAME),
        text(said.instanceId(), LONGEST_NAME),
        Boolean.TRUE.equals(said.goodbye()));
  }

  private static @Nullable String text(@Nullable String sent, int longest) {
    return Optional.ofNullable(sent)
        .map(PlainText::line)
        .map(line -> line.substring(0, Math.min(longest, line.length())))
        .filter(line -> !line.isEmpty())
        .orElse(null);
  }
}
