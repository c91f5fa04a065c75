package dev.streamgate.server.media;

import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.TestTokens;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Keys of signed addresses that tests share, those of the check vectors, and who judges them.
public final class TestCredentials {
  public static final AddressKeys KEYS = new AddressKeys(List.of("test-hls-signing-key"));
  public static final InstantSource CLOCK = InstantSource.fixed(TestTokens.NOW);

  private TestCredentials() {}

  public static MediaAuthorizer authorizer(PlaybackTokens tokens, Denials denials) {
    return authorizer(tokens, denials, () -> false);
  }

  public static MediaAuthorizer authorizer(
      PlaybackTokens tokens, Denials denials, BooleanSupplier blind) {
    return new MediaAuthorizer(new CredentialProofs(tokens, KEYS, CLOCK), denials, blind);
  }
}
