package dev.streamgate.server.foundation;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;

/// Tries a database before anything depends on it, so that a wrong address is told in plain words
/// and without what is secret in it.
final class FirstConnection {
  private static final String ENCODING = "UTF8";

  private FirstConnection() {}

  /// Opens a connection and closes it again.
  ///
  /// @throws ConfigurationException if there is none to be had, or the database cannot hold our
  ///   text
  static void attempt(DatabaseAddress address) {
    try (Connection connection = open(address)) {
      if (address.isPostgresql() && !ENCODING.equals(encoding(connection))) {
        throw refusal("DATABASE_URL must be a database with the encoding UTF8", address);
      }
    } catch (SQLException e) {
      throw refusal(reason(SqlState.of(e).orElse("unknown")), address);
    }
  }

  private static Connection open(DatabaseAddress address) throws SQLException {
    Properties account = new Properties();
    Optional.ofNullable(address.user()).ifPresent(user -> account.put("user", user));
    Optional.ofNullable(address.password()).ifPresent(it -> account.put("password", it));
    return DriverManager.getConnection(address.jdbcUrl(), account);
  }

  private static String encoding(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SHOW server_encoding")) {
      row.next();
      return row.getString(1);
    }
  }

  /// A server that wants a password and gets none is refused by the driver itself, with 08004.
  private static String reason(String state) {
    if (state.startsWith("28") || state.equals("08004")) {
      return "DATABASE_USER and DATABASE_PASSWORD must be an account of the database";
    }
    if (state.startsWith("08")) {
      return "DATABASE_URL must be a database that can be reached";
    }
    if (state.equals("3D000")) {
      return "DATABASE_URL must be a database that exists";
    }
    return "DATABASE_URL must be a database that can be opened (SQL state " + state + ")";
  }

  private static ConfigurationException refusal(String problem, DatabaseAddress address) {
    return ConfigurationException.of("Configuration error: " + problem + ": " + address + ".");
  }
}
