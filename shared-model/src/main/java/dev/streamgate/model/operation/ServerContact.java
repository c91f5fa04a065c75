package dev.streamgate.model.operation;

/// How to speak to the server that runs on a data directory, as that server's `server.json` says.
/// The file is there while it runs, and also after a crash.
///
/// @param address to connect to on this machine, a literal
/// @param secret of this run, for the header {@link #SECRET_HEADER}
/// @param pid of the server's process
public record ServerContact(String address, int port, String secret, long pid, String version) {
  /// The name of the file in the data directory.
  public static final String FILE = "server.json";

  /// The header that carries the secret.
  public static final String SECRET_HEADER = "X-Command-Secret";

  /// Where commands are sent to.
  public static final String COMMANDS = "/api/internal/commands";

  /// Where an event is ordered.
  public static final String EVENTS = "/api/internal/events";

  /// Where the sample events are ordered.
  public static final String SAMPLES = "/api/internal/samples";

  /// Where a look at the data is asked for.
  public static final String INSPECTION = "/api/internal/inspection";

  /// Where a backup is ordered.
  public static final String BACKUP = "/api/internal/backup";

  /// The address of a path on this server.
  public String url(String path) {
    String host = address.contains(":") ? "[" + address + "]" : address;
    return "http://" + host + ":" + port + path;
  }

  @Override
  public String toString() {
    return "ServerContact[" + address + ":" + port + ", pid " + pid + "]";
  }
}
