package dev.streamgate.server.grants;

import java.util.Optional;

/// Keeps processes that share one database on one signing key: the database knows the id of the key
/// that signs, and a process must have that key, as its current or its old one (Spec, amendments).
/// Otherwise each process would refuse what the others signed.
public final class KeyContinuity {
  private final SignerMark mark;

  public KeyContinuity(SignerMark mark) {
    this.mark = mark;
  }

  /// The stored id of the key that signs.
  public interface SignerMark {
    Optional<String> read();

    /// Writes it, if it still is what was read last: of several that replace the same one does.
    ///
    /// @return whether it did
    boolean replace(Optional<String> last, String keyId);
  }

  /// Makes the current key the one that signs from now on, if these keys can follow the last.
  ///
  /// @return whether they can
  public boolean follow(SigningKeys keys) {
    Optional<String> last = mark.read();
    if (last.isPresent() && keys.named(last.get()).isEmpty()) {
      return false;
    }
    // Whoever was quicker has left another mark, and that one is what counts now.
    return last.equals(Optional.of(keys.current().id()))
        || mark.replace(last, keys.current().id())
        || follow(keys);
  }
}
