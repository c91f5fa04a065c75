package dev.streamgate.model.insight;

import java.util.List;

/// What can be found in the audit log (Spec, rules §13), for those who look for it.
public final class AuditActions {
  /// The names as the log writes them, in the order in which one looks for them.
  public static final List<String> NAMES =
      List.of(
          "CODE_ACCEPTED",
          "CODE_REFUSED",
          "RATE_LIMITED",
          "PLAYBACK_TOKEN_ISSUED",
          "PLAYBACK_TOKEN_REFRESHED",
          "PLAYBACK_TOKEN_DENIED",
          "ADMIN_OVERRIDE",
          "SESSION_CREATED",
          "SESSION_RELEASED",
          "SESSION_TIMED_OUT",
          "SESSION_REPLACED",
          "SESSION_TAKEN_OVER",
          "SESSION_FORCE_RELEASED",
          "CONTENT_SESSION_REVOKED",
          "ADMIN_LOGIN",
          "ADMIN_LOGIN_FAILED",
          "ADMIN_LOGOUT",
          "ADMIN_PASSWORD_CHANGED",
          "STAFF_CREATED",
          "STAFF_UPDATED",
          "STAFF_DELETED",
          "STAFF_SIGNED_OUT",
          "EVENT_CREATED",
          "EVENT_UPDATED",
          "EVENT_DEACTIVATED",
          "EVENT_REACTIVATED",
          "EVENT_ARCHIVED",
          "EVENT_UNARCHIVED",
          "EVENT_DELETED",
          "EVENT_ITEMS_UPDATED",
          "TOKENS_GENERATED",
          "TOKENS_IMPORTED",
          "TOKEN_REVOKED",
          "TOKEN_UNREVOKED",
          "TOKEN_UPDATED",
          "TOKENS_BULK_REVOKED",
          "TOKENS_EXPORTED",
          "TOKEN_LOOKED_UP",
          "PREVIEW_ISSUED",
          "EMBED_URL_ISSUED",
          "SIGNED_URL_ISSUED",
          "DIAGNOSTICS_RUN",
          "SETTINGS_CHANGED",
          "BACKUP_CREATED",
          "RESTORED",
          "ADDRESS_UNLOCKED",
          "EDGE_REMOVED");

  private AuditActions() {}
}
