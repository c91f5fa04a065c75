package dev.streamgate.server.operation.http;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.OwnerOnly;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.locks.ReentrantLock;

/// A backup to take away (API §4.5). It is first written to the data directory, so that the
/// database is read quickly however slow the reader is, and so that a failure is told as such.
public final class BackupRoutes {
  private static final Header ZIP =
      HeaderValues.createCached(HeaderNames.CONTENT_TYPE, "application/zip");
  private static final Header NO_STORE =
      HeaderValues.createCached(HeaderNames.CACHE_CONTROL, "no-store");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private final Backup backup;
  private final Path folder;
  private final AuditTrail audit;
  private final Requesters requesters;
  private final ReentrantLock turn = new ReentrantLock();

  /// @param folder where a backup lies while it is sent
  public BackupRoutes(Backup backup, Path folder, AuditTrail audit, Requesters requesters) {
    this.backup = backup;
    this.folder = folder;
    this.audit = audit;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/backup", Access.OWNERS, this::download);
  }

  private void download(ServerRequest request, ServerResponse response) {
    try {
      Path file = Files.createTempFile(folder, "backup", ".tmp", OwnerOnly.attributes(folder));
      try {
        send(file, writeInTurn(file, request), response);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing a backup to " + folder, e);
    }
  }

  /// One is written at a time; sending may take as long as it likes.
  private BackupManifest writeInTurn(Path file, ServerRequest request) throws IOException {
    if (!turn.tryLock()) {
      throw Problem.of(Status.CONFLICT_409, "A backup is being made already");
    }
    try {
      BackupManifest manifest = write(file);
      note(manifest, Files.size(file), request);
      return manifest;
    } finally {
      turn.unlock();
    }
  }

  private BackupManifest write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      return backup.write(out);
    }
  }

  private void note(BackupManifest manifest, long size, ServerRequest request) {
    audit.record(
        AuditEntry.of(AuditAction.BACKUP_CREATED, requesters.staff(request))
            .detail("%d rows, %d bytes".formatted(manifest.rows(), size)));
  }

  private static void send(Path file, BackupManifest manifest, ServerResponse response)
      throws IOException {
    response
        .header(ZIP)
        .header(NO_STORE)
        .header(HeaderNames.CONTENT_LENGTH, Long.toString(Files.size(file)))
        .header(
            HeaderNames.CONTENT_DISPOSITION,
            "attachment; filename=\"streamgate-backup-%s.zip\""
                .formatted(TIME.format(manifest.createdAt())));
    try (OutputStream out = response.outputStream()) {
      Files.copy(file, out);
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("whoever fetched a backup is gone", e);
    }
  }
}
