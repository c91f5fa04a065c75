package dev.streamgate.server.cli;

/// What this program is called by those who type it: as in the sources, unless the launcher of a
/// package says otherwise.
public final class CommandName {
  private static final String PROPERTY = "streamgate.command";
  private static final String IN_THE_SOURCES = "./streamgate";

  private CommandName() {}

  public static String typed() {
    return System.getProperty(PROPERTY, IN_THE_SOURCES);
  }
}
