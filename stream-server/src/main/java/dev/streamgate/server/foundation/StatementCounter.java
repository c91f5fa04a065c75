package dev.streamgate.server.foundation;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/// Counts statements, whether they succeed or not, and how often the database has to make something
/// last: once for each transaction, and once for each statement that writes outside of one.
final class StatementCounter implements SqlLogger {
  private final LongAdder statements = new LongAdder();
  private final LongAdder commits = new LongAdder();

  @Override
  public void logBeforeExecution(StatementContext context) {
    statements.increment();
  }

  @Override
  public void logAfterExecution(StatementContext context) {
    if (writes(context) && commitsByItself(context)) {
      commits.increment();
    }
  }

  void committed() {
    commits.increment();
  }

  long count() {
    return statements.sum();
  }

  long commits() {
    return commits.sum();
  }

  private static boolean writes(StatementContext context) {
    return !Optional.ofNullable(context.getRawSql()).orElse("").stripLeading().startsWith("SELECT");
  }

  private static boolean commitsByItself(StatementContext context) {
    try {
      return context.getConnection().getAutoCommit();
    } catch (SQLException e) {
      return false; // a connection that has just been lost has made nothing last
    }
  }
}
