package dev.streamgate.server.playback;

import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.tickets.Ticket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The marks that lead from a filmed screen back to a ticket (Spec, rules §9).
public final class Watermarks {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int ID_LENGTH = 16;
  private static final int LABEL_LENGTH = 24;
  private static final int SESSION_LENGTH = 8;

  private final SecretKeySpec key;

  public Watermarks(String hlsSigningKey) {
    this.key = new SecretKeySpec(hlsSigningKey.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// A session's mark: its id, always the same for one session, and what the overlay shows.
  public record Mark(String id, String displayText) {}

  public Mark of(Ticket ticket, String sessionId) {
    return new Mark(id(sessionId), displayText(ticket, sessionId));
  }

  /// The mark of a token's picture: the one it names, which outlives a change of the key, or else
  /// that of its session.
  public String idOf(PlaybackTokenClaims claims) {
    return claims
        .markingIfAny()
        .map(PlaybackTokenClaims.Marking::watermarkId)
        .orElseGet(() -> id(claims.sessionIfAny().orElse("")));
  }

  /// A session's id of its own, whoever's it is.
  public String id(String sessionId) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(("wm:" + sessionId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, ID_LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  private static String displayText(Ticket ticket, String sessionId) {
    String label = Optional.ofNullable(ticket.label()).orElse("Ticket");
    return "%s ••••%s | %s"
        .formatted(
            cut(label, LABEL_LENGTH), ticket.code().lastFour(), cut(sessionId, SESSION_LENGTH));
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(length, text.length()));
  }
}
