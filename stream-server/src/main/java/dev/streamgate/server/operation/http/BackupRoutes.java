package dev.streamgate.server.operation.http;

import dev.streamgate.model.operation.BackupManifest;
import dev.streamgate.model.operation.BackupOrder;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.DamagedDatabaseException;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.OwnerOnly;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.SecretsFile;
import io.helidon.http.Status;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A backup to take away (API §4.5). For somebody elsewhere it is first written to the data
/// directory, so that the database is read quickly however slow the reader is, and so that a
/// failure is told as such. For a program on this machine, which is quick and compares what it got
/// with its sums, it is sent as it is made: the disk of the data directory may be full.
public final class BackupRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(BackupRoutes.class);

  /// Up to this a failure can still be answered as such.
  private static final int HELD = 64 * 1024;

  private final Backup backup;
  private final Path folder;
  private final SecretsFile secrets;
  private final BackupTrail trail;
  private final Requesters requesters;
  private final InstantSource clock;
  private final ReentrantLock turn = new ReentrantLock();

  /// @param folder the data directory, in which a backup lies while it is sent
  public BackupRoutes(
      Backup backup, Path folder, AuditTrail audit, Requesters requesters, InstantSource clock) {
    this.backup = backup;
    this.folder = folder;
    this.secrets = SecretsFile.in(folder);
    this.trail = new BackupTrail(audit);
    this.requesters = requesters;
    this.clock = clock;
  }

  public void register(RouteTable routes) {
    routes.post("/api/admin/backup", Access.OWNERS, this::download);
    routes.post(ServerContact.BACKUP, Access.THIS_MACHINE, ToldFailures.telling(this::handOver));
  }

  private void download(ServerRequest request, ServerResponse response) {
    try {
      Path file = Files.createTempFile(folder, "backup", ".tmp", OwnerOnly.attributes(folder));
      try {
        send(file, writeInTurn(file, requesters.staff(request)), response);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("writing a backup to " + folder, e);
    }
  }

  /// One is written at a time; sending may take as long as it likes.
  private BackupManifest writeInTurn(Path file, Requester by) throws IOException {
    takeTurn();
    try (OutputStream out = Files.newOutputStream(file)) {
      BackupManifest manifest = backup.write(out);
      trail.note(manifest, Files.size(file), by);
      return manifest;
    } finally {
      turn.unlock();
    }
  }

  private void takeTurn() {
    if (!turn.tryLock()) {
      throw Problem.of(Status.CONFLICT_409, "A backup is being made already");
    }
  }

  private static void send(Path file, BackupManifest manifest, ServerResponse response)
      throws IOException {
    ZipAnswer answer = new ZipAnswer(response, manifest.createdAt()).length(Files.size(file));
    try {
      Files.copy(file, answer);
      answer.close();
    } catch (IOException | UncheckedIOException e) {
      throw new CloseConnectionException("whoever fetched a backup is gone", e);
    }
  }

  private void handOver(ServerRequest request, ServerResponse response) {
    BackupOrder order = JsonHttp.read(request, BackupOrder.class);
    takeTurn();
    try {
      handOver(
          new ZipAnswer(response, clock.instant()),
          order.secrets() ? out -> backup.writeWithSecrets(out, secrets.content()) : backup::write);
    } finally {
      turn.unlock();
    }
  }

  private void handOver(ZipAnswer answer, Function<OutputStream, BackupManifest> writing) {
    try {
      OutputStream held = new BufferedOutputStream(answer, HELD);
      BackupManifest manifest = writing.apply(held);
      held.flush();
      answer.close();
      trail.note(manifest, answer.count(), Requester.SYSTEM);
    } catch (IOException | RuntimeException e) {
      if (answer.hasBegun()) {
        LOG.warn("A backup broke off: {}", e.toString());
        throw new CloseConnectionException("a backup broke off", e);
      }
      throw told(e);
    }
  }

  /// Whoever is on this machine may know which file is damaged, and how.
  private static RuntimeException told(Exception failure) {
    return switch (failure) {
      case IOException io -> new UncheckedIOException("handing a backup over", io);
      case DamagedDatabaseException damage -> {
        LOG.warn("There is no backup: {}", damage.problem());
        yield Problem.of(Status.CONFLICT_409, damage.problem());
      }
      case RuntimeException other -> other;
      default -> new IllegalStateException(failure);
    };
  }
}
