package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerCertificate;
import dev.streamgate.server.foundation.TlsConfig;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whether the server can encrypt with the files it was given, and for how long.
final class EncryptionCheck implements Check {
  private static final String SUBJECT = "Certificate";
  private static final String RENEW = "renew it; it is taken without a restart";

  private final Optional<TlsConfig> files;
  private final InstantSource clock;

  /// @param files empty if the server does not encrypt; then nothing is said
  EncryptionCheck(Optional<TlsConfig> files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<Finding> findings() {
    return files.map(this::finding).stream().toList();
  }

  private Finding finding(TlsConfig given) {
    try {
      return finding(given.certificate(), ServerCertificate.endOf(given));
    } catch (ConfigurationException e) {
      return Finding.fail(
          SUBJECT,
          FailureWords.ofProblem(e.problems().getFirst()),
          "correct the files, or the rights to read them");
    }
  }

  private Finding finding(Path certificate, Instant end) {
    Instant now = clock.instant();
    if (!end.isAfter(now)) {
      return Finding.fail(SUBJECT, "ended on " + end, RENEW);
    }
    return end.isAfter(now.plus(ServerCertificate.SOON))
        ? Finding.ok(SUBJECT, certificate + ", until " + end)
        : Finding.warn(SUBJECT, "ends on " + end, RENEW);
  }
}
