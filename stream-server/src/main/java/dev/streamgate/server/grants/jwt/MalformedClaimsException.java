package dev.streamgate.server.grants.jwt;

/// Claims that are signed and yet make no sense. Never leaves this package, and carries no detail
/// because nobody may be told one.
final class MalformedClaimsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MalformedClaimsException() {
    super("malformed claims", null, false, false);
  }
}
