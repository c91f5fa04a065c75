package dev.streamgate.server.staff;

/// Turns passwords into hashes that can be stored, and compares.
public interface PasswordHasher {
  String hash(String password);

  boolean matches(String password, String hash);

  /// A hash that no known password matches; to compare with it takes as long as with any other.
  String nobodysHash();
}
