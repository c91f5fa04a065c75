package dev.streamgate.server.operation.http;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupOrder;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.audit.AuditAction;
import dev.streamgate.server.audit.AuditEntry;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.OwnerOnly;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.SecretsFile;
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
import java.util.function.Function;

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
  private final SecretsFile secrets;
  private final AuditTrail audit;
  private final Requesters requesters;
  private final ReentrantLock turn = new ReentrantLock();

  /// @param folder the data directory, in which a backup lies while it is sent
  public BackupRoutes(Backup backup, Path folder, AuditTrail audit, Requesters requesters) {
    this.backup = backup;
    this.folder = folder;
    this.secrets = SecretsFile.in(folder);
    this.audit = audit;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/backup", Access.OWNERS, this::download);
    routes.post(ServerContact.BACKUP, Access.THIS_MACHINE, this::handOver);
  }

  private void download(ServerRequest request, ServerResponse response) {
    answer(response, requesters.staff(request), backup::write);
  }

  private void handOver(ServerRequest request, ServerResponse response) {
    BackupOrder order = JsonHttp.read(request, BackupOrder.class);
    answer(
        response,
        Requester.SYSTEM,
        order.secrets() ? out -> backup.writeWithSecrets(out, secrets.content()) : backup::write);
  }

  private void answer(
      ServerResponse response, Requester by, Function<OutputStream, BackupManifest> writing) {
    try {
      Path file = Files.createTempFile(folder, "backup", ".tmp", OwnerOnly.attributes(folder));
      try {
        send(file, writeInTurn(file, by, writing), response);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing a backup to " + folder, e);
    }
  }

  /// One is written at a time; sending may take as long as it likes.
  private BackupManifest writeInTurn(
      Path file, Requester by, Function<OutputStream, BackupManifest> writing) throws IOException {
    if (!turn.tryLock()) {
      throw Problem.of(Status.CONFLICT_409, "A backup is being made already");
    }
    try (OutputStream out = Files.newOutputStream(file)) {
      BackupManifest manifest = writing.apply(out);
      audit.record(entry(manifest, Files.size(file), by));
      return manifest;
    } finally {
      turn.unlock();
    }
  }

  /// What is written down of a backup.
  public static AuditEntry entry(BackupManifest manifest, long size, Requester by) {
    return AuditEntry.of(AuditAction.BACKUP_CREATED, by)
        .detail("%d rows, %d bytes".formatted(manifest.rows(), size));
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
