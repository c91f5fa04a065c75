package dev.streamgate.server.operation.http;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes down who took a backup. A database that takes no row any more needs a backup most of all,
/// so one that cannot be written down there is told to the log.
public final class BackupTrail {
  private static final Logger LOG = LoggerFactory.getLogger(BackupTrail.class);

  private final AuditTrail audit;

  public BackupTrail(AuditTrail audit) {
    this.audit = audit;
  }

  /// Notes one.
  ///
  /// @param size of the zip, in bytes
  public void note(BackupManifest manifest, long size, Requester by) {
    String detail = "%d rows, %d bytes".formatted(manifest.rows(), size);
    try {
      audit.record(AuditEntry.of(AuditAction.BACKUP_CREATED, by).detail(detail));
    } catch (RuntimeException e) {
      LOG.warn("A backup of {} was made, and is not in the audit log: {}", detail, e.getMessage());
    }
  }
}
