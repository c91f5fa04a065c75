package dev.streamgate.server.foundation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/// How much the server says in its log; `logback.xml` says where.
public final class Logging {
  /// Our own loggers; `streamgate.media` writes the line of each media request.
  private static final List<String> OURS = List.of("dev.streamgate", "streamgate.media");

  private Logging() {}

  /// Lets our own loggers speak from this level up, and brings what libraries say by other means
  /// into the same log.
  public static void at(Level level) {
    for (String name : OURS) {
      if (LoggerFactory.getLogger(name) instanceof Logger logger) {
        logger.setLevel(level);
      }
    }
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }
}
