package dev.streamgate.server.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class DatabaseTest {
  private static final String CODE = "7K3M9QWX2HTW";

  @Test
  void aFailingStatementDoesNotShowItsValues() {
    try (Database database =
        Database.open(DatabaseAddress.hsqldb("jdbc:hsqldb:mem:" + UUID.randomUUID()))) {
      StorageException failure =
          Assertions.catchThrowableOfType(
              StorageException.class,
              () ->
                  database.update(
                      "reading a ticket",
                      handle ->
                          handle
                              .createUpdate("UPDATE nothing SET code = :code")
                              .bind("code", CODE)
                              .execute()));
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));

      assertThat(trace.toString()).contains("reading a ticket").doesNotContain(CODE);
    }
  }
}
