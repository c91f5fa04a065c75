package dev.streamgate.server.foundation;

import dev.streamgate.server.foundation.http1.Encryption;
import io.micrometer.core.instrument.Gauge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the server encrypts with, read again when its files change. Whoever renews a certificate
/// replaces two files, one after the other: until both fit, the one before stays in use.
/// Connections that are open keep what they began with. That it ends soon the log says once a day.
/// Thread-safe.
public final class ServerCertificate implements Encryption {
  private static final Logger LOG = LoggerFactory.getLogger(ServerCertificate.class);

  /// So long before its end it is time to renew it.
  public static final Duration SOON = Duration.ofDays(14);

  private static final Duration DAY = Duration.ofDays(1);

  private final TlsConfig files;
  private final InstantSource clock;
  private volatile InUse inUse;
  private List<Version> seen;
  private String lastFailure = "";
  private Instant warnedAt = Instant.EPOCH;

  private record InUse(SSLContext context, Instant end) {
    static InUse of(TlsConfig files) {
      KeyPairFiles read = KeyPairFiles.read(files);
      return new InUse(read.context(), read.chain().getFirst().getNotAfter().toInstant());
    }
  }

  /// How one file was at some time; of a file that cannot be seen, nothing.
  private record Version(Optional<Instant> changed, long size) {}

  /// @throws ConfigurationException if the files are not what they have to be
  public ServerCertificate(TlsConfig files, InstantSource clock) {
    this.files = files;
    this.clock = clock;
    this.seen = versions();
    this.inUse = InUse.of(files);
    warnDaily();
  }

  /// When the certificate in files that no server uses yet ends.
  ///
  /// @throws ConfigurationException if they are not what they have to be
  public static Instant endOf(TlsConfig files) {
    return InUse.of(files).end();
  }

  @Override
  public Optional<SSLContext> context() {
    return Optional.of(inUse.context());
  }

  /// What the operator should know of: that it ends soon, or has ended.
  public Optional<String> warning() {
    Instant end = inUse.end();
    Instant now = clock.instant();
    if (end.isAfter(now.plus(SOON))) {
      return Optional.empty();
    }
    String verb = end.isAfter(now) ? "ends" : "ended";
    return Optional.of("The certificate in %s %s on %s".formatted(files.certificate(), verb, end));
  }

  /// Looks at the files, and takes what they hold now if they changed. Files that could not be used
  /// are tried again each time: that they may be read now does not show in their time or size.
  public synchronized void follow() {
    take();
    warnDaily();
  }

  /// When the certificate in use ends, as a figure.
  public void register(Metrics metrics) {
    Gauge.builder(
            "streamgate.certificate.end.timestamp.seconds",
            this,
            it -> it.inUse.end().getEpochSecond())
        .strongReference(true)
        .register(metrics.registry());
  }

  private void take() {
    List<Version> now = versions();
    if (now.equals(seen) && lastFailure.isEmpty()) {
      return;
    }
    seen = now;
    try {
      inUse = InUse.of(files);
      lastFailure = "";
      LOG.info("took the new certificate in {}", files.certificate());
    } catch (ConfigurationException e) {
      tellOnce(String.join(" ", e.problems()));
    }
  }

  /// Where there is no console, nobody else tells.
  private void warnDaily() {
    Instant now = clock.instant();
    if (warnedAt.plus(DAY).isAfter(now)) {
      return;
    }
    Optional<String> warning = warning();
    warning.ifPresent(LOG::warn);
    warnedAt = warning.isPresent() ? now : Instant.EPOCH;
  }

  private void tellOnce(String failure) {
    if (!failure.equals(lastFailure)) {
      LOG.error("keeping the certificate that was there before: {}", failure);
    }
    lastFailure = failure;
  }

  private List<Version> versions() {
    return List.of(version(files.certificate()), version(files.privateKey()));
  }

  private static Version version(Path file) {
    try {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new Version(Optional.of(now.lastModifiedTime().toInstant()), now.size());
    } catch (IOException e) {
      return new Version(Optional.empty(), 0);
    }
  }
}
