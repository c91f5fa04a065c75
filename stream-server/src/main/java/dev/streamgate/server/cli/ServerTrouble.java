package dev.streamgate.server.cli;

/// What is wrong with a server that runs and answers, and what to do about it.
///
/// @param text what is wrong, to go on with, without a full stop
/// @param remedy what to do, to go on with, without a full stop
public record ServerTrouble(String text, String remedy) {
  private static final String RESTART =
      "restart the server (with a package: sudo systemctl restart streamgate)";

  /// What a server calls its trouble.
  ///
  /// @param code as the server names it; one of a later version says nothing here
  /// @param told what the server says of it
  public static ServerTrouble of(String code, String told) {
    return switch (code) {
      case "database_broken" ->
          new ServerTrouble(
              "the database's log could not be written, and nothing is written any more",
              "make room on its disk if that is full, and then "
                  + RESTART
                  + ": codes and seats survive that");
      case "database_full" ->
          new ServerTrouble(
              "the database's disk is full, and what needs room is refused",
              "make room there; the server then goes on by itself");
      case "database_damaged" ->
          new ServerTrouble(
              "the database's files are damaged",
              "stop the server, keep a copy of the folder with its data, and restore the newest backup with --force");
      case "database_away" ->
          new ServerTrouble(
              "the database cannot be reached, or does not answer",
              "see that PostgreSQL runs and can be reached; the server finds it again by itself");
      case "database_busy" ->
          new ServerTrouble(
              "none of the connections to the database came free in time",
              "look for a slow disk, or a PostgreSQL with too much to do; the server goes on by itself");
      default -> new ServerTrouble(told, "see the server's log, which says why");
    };
  }
}
