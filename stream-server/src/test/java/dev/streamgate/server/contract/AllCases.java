package dev.streamgate.server.contract;

import java.util.List;
import java.util.stream.Stream;

/// Every case there is, and what is documented but has none.
final class AllCases {
  private static final List<Case> NONE =
      List.of(
          // Two imports would have to meet within one statement of the database.
          without(409, "importTickets", "Some codes are being imported by others. Try again."),
          // The configured `admin` is always another owner; AccountEditorTest makes it.
          without(409, "changeAccount", "The last owner cannot be removed"),
          without(409, "deleteAccount", "The last owner cannot be removed"),
          // Two owners would have to ask within the time one backup takes; BackupRoutesTest makes
          // it.
          without(409, "backUp", "A backup is being made already"),
          without(409, "handOverBackup", "A backup is being made already"),
          // Chance would have to draw codes that exist, three times; TicketBatchesTest makes it.
          without(500, "generateTickets", "Failed to generate unique token codes after retries"),
          // The stage embeds; ContentTokensTest asks one that does not, and a stage that does not
          // has no page.
          without(
              404, "createEmbedAddress", "Embedding is off: EMBED_ALLOWED_ORIGINS names no origin"),
          without(404, "openEmbed", "Not found"),
          // Another server would have to fail; RemotePlaylistsTest makes it.
          without(500, "openSignedPlaylist", "The playlist cannot be read at present"),
          // A disk would have to fail; DisturbedFilesTest makes it.
          without(500, "getMedia", "Internal server error"),
          without(500, "headMedia", "Internal server error"),
          // Another server would have to fail; UpstreamDeliveryTest makes it.
          without(502, "getMedia", "Stream source unavailable"),
          without(502, "headMedia", "Stream source unavailable"));

  private AllCases() {}

  static List<Case> of(ApiDescription description) {
    return Stream.of(
            PortalCases.all(),
            ViewerCases.all(),
            ProgressCases.all(),
            SignInCases.all(),
            AccountCases.all(),
            AuditCases.all(),
            SupportCases.all(),
            EventCases.all(),
            TicketCases.all(),
            ImportCases.all(),
            OperationCases.all(),
            MediaCases.all(),
            ContentCases.all(),
            GeneralCases.all(description.operations()))
        .flatMap(it -> it)
        .flatMap(Cases::stream)
        .toList();
  }

  /// Whether it is on the list of what has no case.
  static boolean isWithout(String operation, int status, String error) {
    return NONE.stream()
        .filter(it -> it.operation().equals(operation) && it.status() == status)
        .anyMatch(it -> error.isEmpty() || it.error().equals(error));
  }

  private static Case without(int status, String operation, String error) {
    return new Case(operation, status, error, (it, stage) -> it);
  }
}
