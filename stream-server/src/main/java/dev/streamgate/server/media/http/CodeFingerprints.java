package dev.streamgate.server.media.http;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.streamgate.model.tickets.TicketCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Makes of a ticket's code what a log may hold: the same code gives the same fingerprint, and
/// without the key nobody finds a short code by trying (Spec, amendments).
final class CodeFingerprints {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 12;
  private static final int MOST_KNOWN = 10_000;

  private final SecretKeySpec key;
  private final Cache<String, Optional<String>> known =
      Caffeine.newBuilder().maximumSize(MOST_KNOWN).build();

  CodeFingerprints(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// Empty for the synthetic subjects of viewers without a ticket.
  Optional<String> of(String subject) {
    return known.get(
        subject, it -> Optional.of(it).filter(TicketCode::isValidTokenCode).map(this::fingerprint));
  }

  private String fingerprint(String code) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] digest = mac.doFinal(code.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, LENGTH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HmacSHA256", e);
    }
  }
}
