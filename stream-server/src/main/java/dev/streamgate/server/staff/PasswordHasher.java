package dev.streamgate.server.staff;

/// Turns passwords into hashes that can be stored, and compares.
public interface PasswordHasher {
  String hash(String password);

  boolean matches(String password, String hash);
}
