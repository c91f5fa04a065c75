package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerCertificate;
import dev.streamgate.server.foundation.TlsConfig;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/// Whether the server can encrypt with the files it was given, and for how long.
final class EncryptionCheck implements Check {
  private static final String SUBJECT = "Certificate";
  private static final String RENEW = "renew it; it is taken without a restart";

  private final TlsConfig files;
  private final InstantSource clock;

  EncryptionCheck(TlsConfig files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<Finding> findings() {
    try {
      return List.of(finding(ServerCertificate.endOf(files)));
    } catch (ConfigurationException e) {
      return List.of(
          Finding.fail(
              SUBJECT,
              FailureWords.ofProblem(e.problems().getFirst()),
              "correct the files, or the rights to read them"));
    }
  }

  private Finding finding(Instant end) {
    Instant now = clock.instant();
    if (!end.isAfter(now)) {
      return Finding.fail(SUBJECT, "ended on " + end, RENEW);
    }
    return end.isAfter(now.plus(ServerCertificate.SOON))
        ? Finding.ok(SUBJECT, files.certificate() + ", until " + end)
        : Finding.warn(SUBJECT, "ends on " + end, RENEW);
  }
}
