package dev.streamgate.server.foundation;

import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Counts statements, whether they succeed or not.
final class StatementCounter implements SqlLogger {
  private final LongAdder statements = new LongAdder();

  @Override
  public void logBeforeExecution(StatementContext context) {
    statements.increment();
  }

  long count() {
    return statements.sum();
  }
}
