package dev.streamgate.bench;

import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.jwt.RememberedTokens;
import dev.streamgate.server.media.Credential;
import dev.streamgate.server.media.Credential.Carrier;
import dev.streamgate.server.media.CredentialProofs;
import dev.streamgate.server.media.HeightLimits;
import dev.streamgate.server.media.MediaAuthorizer;
import dev.streamgate.server.media.MediaDecision;
import dev.streamgate.server.media.MediaDecision.Granted;
import dev.streamgate.server.media.MediaRequest;
import dev.streamgate.server.media.MediaTarget;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// All that stands between the request line and the file, wired as in the server: path, token, deny
/// sets of a busy evening, height.
final class Authorisation {
  private static final int REVOKED_CODES = 1_000;
  private static final int ENDED_SESSIONS = 5_000;
  private static final InstantSource CLOCK = InstantSource.system();

  private final MediaAuthorizer authorizer;
  private final HeightLimits heights;

  Authorisation() {
    Denials denials = new Denials();
    for (int number = 0; number < REVOKED_CODES; number++) {
      denials.refuseSubject("REVOKED" + number, CLOCK.instant());
    }
    for (int number = 0; number < ENDED_SESSIONS; number++) {
      denials.endSession(new UUID(number, number).toString(), CLOCK.instant());
    }
    authorizer =
        new MediaAuthorizer(
            new CredentialProofs(
                new RememberedTokens(SampleTokens.issuer(), CLOCK, () -> {}),
                new AddressKeys(List.of("hls-key-of-the-benchmarks-0123456789")),
                CLOCK),
            denials,
            () -> false);
    heights = new HeightLimits(request -> Optional.empty(), CLOCK);
  }

  /// @throws IllegalStateException if the request is refused: then something else was measured
  MediaDecision decide(String token, String rawPath) {
    MediaTarget target = MediaTarget.of(rawPath);
    List<Credential> shown = List.of(new Credential.Token(Carrier.BEARER, token));
    MediaDecision decision =
        heights.limit(
            authorizer.decide(shown, new MediaRequest(target.rawPath(), false, () -> "192.0.2.1")));
    if (!(decision instanceof Granted)) {
      throw new IllegalStateException("refused: " + decision);
    }
    return decision;
  }
}
