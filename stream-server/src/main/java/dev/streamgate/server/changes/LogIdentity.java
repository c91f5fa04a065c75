package dev.streamgate.server.changes;

/// The stored name of the log, by which readers notice that they are told of another one.
public interface LogIdentity {
  /// The name; `proposed` becomes it if there is none yet.
  String orElse(String proposed);
}
