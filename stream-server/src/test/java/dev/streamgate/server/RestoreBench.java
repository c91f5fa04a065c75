package dev.streamgate.server;

import dev.streamgate.server.foundation.Backup;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.DatabaseAddress;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// Restores a large backup over a database as large, with little memory. Run by `bench/run
/// restore`.
final class RestoreBench {
  private static final String USAGE =
      """
      Usage: bench/run restore [rows [megabytes]]
        rows       how many tickets and audit rows together, 400000 unless said otherwise
        megabytes  the heap of the restore, 256 unless said otherwise\
      """;

  private static final int AT_ONCE = 1000;

  private final Path folder = Files.createTempDirectory("streamgate-restore");

  private RestoreBench() throws IOException {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length > 2
        || !Arrays.stream(arguments).allMatch(it -> it.matches("[1-9]\\d{0,7}"))) {
      System.err.println(USAGE);
      System.exit(2);
    }
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 400_000;
    String heap = arguments.length > 1 ? arguments[1] : "256";
    System.exit(new RestoreBench().run(rows, heap) ? 0 : 1);
  }

  private boolean run(int rows, String heap) throws IOException, InterruptedException {
    Path data = folder.resolve("data");
    Path zip = folder.resolve("backup.zip");
    try (Database database = Database.open(DatabaseAddress.embedded(data))) {
      fill(database, rows / 2);
      try (OutputStream out = Files.newOutputStream(zip)) {
        new Backup(database, "bench", InstantSource.system())
            .writeWithSecrets(out, Optional.empty());
      }
    }
    System.out.printf("%,d rows, a backup of %,d bytes%n", rows, Files.size(zip));
    long begin = System.nanoTime();
    ProcessBuilder restore =
        new ProcessBuilder("./streamgate", "restore", zip.toString(), "--force").inheritIO();
    restore.environment().put("DATA_DIR", data.toString());
    restore.environment().put("STREAMGATE_JAVA_OPTS", "-Xmx" + heap + "m");
    restore.environment().put("STREAMGATE_BUILDING", "yes");
    int status = restore.start().waitFor();
    System.out.printf(
        "restored over as many with -Xmx%sm: status %d after %d s%n",
        heap, status, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin));
    return status == 0;
  }

  private static void fill(Database database, int tickets) {
    Instant now = InstantSource.system().instant();
    database.update(
        "making an event",
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO events (id, title, starts_at, ends_at, created_at, updated_at)
                    VALUES ('evt-1', 'Large', :now, :now, :now, :now)
                    """)
                .bind("now", now)
                .execute());
    for (int from = 0; from < tickets; from += AT_ONCE) {
      int first = from;
      database.inTransaction(() -> {
        database.update("making rows", handle -> rows(handle, first, now));
        return first;
      });
    }
  }

  private static void rows(Handle handle, int first, Instant now) {
    PreparedBatch tickets =
        handle.prepareBatch(
            """
            INSERT INTO tickets (id, code, canonical_code, code_style, event_id, label, expires_at,
                created_at)
            VALUES (:id, :code, :code, 'PRINT', 'evt-1', 'A batch of many', :now, :now)
            """);
    PreparedBatch audit =
        handle.prepareBatch(
            """
            INSERT INTO audit_log (recorded_at, action, event_id, ticket_id)
            VALUES (:now, 'CODE_ACCEPTED', 'evt-1', :id)
            """);
    for (int i = first; i < first + AT_ONCE; i++) {
      String id =
          UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)})
              .toString();
      tickets.bind("id", id).bind("code", "%012d".formatted(i)).bind("now", now).add();
      audit.bind("id", id).bind("now", now).add();
    }
    tickets.execute();
    audit.execute();
  }
}
