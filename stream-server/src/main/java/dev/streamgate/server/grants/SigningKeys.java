package dev.streamgate.server.grants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The key that signs, and while keys are being changed the previous one, which still verifies.
public record SigningKeys(SigningKey current, Optional<SigningKey> old) {

  /// The keys that may have signed a token without a key id, the current one first.
  public List<SigningKey> all() {
    return Stream.concat(Stream.of(current), old.stream()).toList();
  }

  /// The key a token names; empty if it is neither of ours.
  public Optional<SigningKey> named(String id) {
    return all().stream().filter(key -> key.id().equals(id)).findFirst();
  }
}
