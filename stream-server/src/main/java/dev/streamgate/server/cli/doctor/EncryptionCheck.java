package dev.streamgate.server.cli.doctor;

import dev.streamgate.server.cli.FailureWords;
import dev.streamgate.server.foundation.ConfigurationException;
import dev.streamgate.server.foundation.ServerCertificate;
import dev.streamgate.server.foundation.TlsConfig;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Whether the server can encrypt with the files it was given, and for how long.
final class EncryptionCheck implements Check {
  private static final String SUBJECT = "Certificate";

  private final TlsConfig files;
  private final InstantSource clock;

  EncryptionCheck(TlsConfig files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
  }

  @Override
  public List<Finding> findings() {
    try {
      Optional<String> warning = ServerCertificate.inspect(files, clock);
      return List.of(
          warning.isPresent()
              ? Finding.warn(SUBJECT, warning.get(), "renew it; it is taken without a restart")
              : Finding.ok(SUBJECT, files.certificate().toString()));
    } catch (ConfigurationException e) {
      return List.of(
          Finding.fail(
              SUBJECT,
              FailureWords.ofProblem(e.problems().getFirst()),
              "correct the files, or the rights to read them"));
    }
  }
}
