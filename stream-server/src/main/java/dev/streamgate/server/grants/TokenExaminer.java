package dev.streamgate.server.grants;

/// Takes a playback token apart for support. Nothing is granted by it, and it leaves no trace: a
/// use of the previous key is not counted.
public interface TokenExaminer {
  TokenExamination examine(String token);
}
