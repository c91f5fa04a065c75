package dev.streamgate.server.foundation;

import static dev.streamgate.server.fixtures.MutableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.streamgate.server.fixtures.MutableClock;
import dev.streamgate.server.fixtures.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class ServerCertificateTest {
  @TempDir Path folder;

  private final MutableClock clock = MutableClock.atNoon();

  /// Certificates are made by the machine's own time.
  @BeforeEach
  void now() {
    clock.set(Instant.now());
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void bothKindsOfKeysAreTaken(String algorithm) {
    TlsConfig files = TestCertificate.in(folder, algorithm, 30).files();

    assertThat(new ServerCertificate(files, clock).context()).isPresent();
  }

  @Test
  void whatIsWrongIsNamed() throws IOException {
    TlsConfig good = TestCertificate.in(folder).files();
    Path other = Files.createDirectory(folder.resolve("other"));
    Path strange = TestCertificate.in(other).files().privateKey();
    Path rsa = Files.createDirectory(folder.resolve("rsa"));
    Path otherKind = TestCertificate.in(rsa, "RSA", 30).files().privateKey();
    Path missing = folder.resolve("missing.pem");
    Path text = Files.writeString(folder.resolve("text.pem"), "no PEM at all");

    assertThat(problems(new TlsConfig(missing, good.privateKey())))
        .containsExactly(
            "Configuration error: TLS_CERTIFICATE must be a file that is there: " + missing + ".");
    assertThat(problems(new TlsConfig(text, good.privateKey())).getFirst())
        .startsWith("Configuration error: TLS_CERTIFICATE must be a PEM file with a certificate");
    for (Path noKey : List.of(text, good.certificate())) {
      assertThat(problems(new TlsConfig(good.certificate(), noKey)))
          .containsExactly(
              "Configuration error: TLS_PRIVATE_KEY must be a PEM file with a private key, RSA or"
                  + " EC, as `openssl pkey -in OLD -out NEW` writes it: "
                  + noKey
                  + ".");
    }
    for (Path notItsKey : List.of(strange, otherKind)) {
      assertThat(problems(new TlsConfig(good.certificate(), notItsKey)))
          .containsExactly(
              "Configuration error: TLS_PRIVATE_KEY must be the key of the certificate: "
                  + notItsKey
                  + ".");
    }
  }

  @Test
  void renewedFilesAreTakenOnceBothAreThere() throws IOException {
    TlsConfig files = TestCertificate.in(folder).files();
    ServerCertificate certificate = new ServerCertificate(files, clock);
    SSLContext first = certificate.context().orElseThrow();
    certificate.follow();
    assertThat(certificate.context()).as("nothing changed").containsSame(first);

    Path fresh = Files.createDirectory(folder.resolve("fresh"));
    TlsConfig renewed = TestCertificate.in(fresh, "RSA", 30).files();
    replace(renewed.certificate(), files.certificate());
    certificate.follow();
    assertThat(certificate.context()).as("half of it").containsSame(first);

    replace(renewed.privateKey(), files.privateKey());
    certificate.follow();
    assertThat(certificate.context()).isPresent().get().isNotSameAs(first);
  }

  /// As when a key is written first and given to the server's user a moment later.
  @Test
  void filesThatCouldNotBeUsedAreTriedAgain() throws IOException {
    TlsConfig files = TestCertificate.in(folder).files();
    ServerCertificate certificate = new ServerCertificate(files, clock);
    SSLContext first = certificate.context().orElseThrow();
    byte[] good = Files.readAllBytes(files.privateKey());
    FileTime time = FileTime.from(NOON);
    Files.write(files.privateKey(), new byte[good.length]);
    Files.setLastModifiedTime(files.privateKey(), time);
    certificate.follow();
    assertThat(certificate.context()).containsSame(first);

    Files.write(files.privateKey(), good);
    Files.setLastModifiedTime(files.privateKey(), time);
    certificate.follow();
    assertThat(certificate.context()).isPresent().get().isNotSameAs(first);
  }

  @Test
  void filesThatAreGoneChangeNothing() throws IOException {
    TlsConfig files = TestCertificate.in(folder).files();
    ServerCertificate certificate = new ServerCertificate(files, clock);
    SSLContext first = certificate.context().orElseThrow();

    Files.delete(files.certificate());
    certificate.follow();

    assertThat(certificate.context()).containsSame(first);
  }

  @Test
  void itIsToldTwoWeeksBeforeTheEnd() {
    ServerCertificate certificate =
        new ServerCertificate(TestCertificate.in(folder, "EC", 30).files(), clock);

    assertThat(certificate.warning()).isEmpty();
    clock.advance(Duration.ofDays(17));
    assertThat(certificate.warning().orElseThrow()).contains("server.crt ends on 20");
    clock.advance(Duration.ofDays(20));
    assertThat(certificate.warning().orElseThrow()).contains("server.crt ended on 20");
  }

  @Test
  void theLogSaysSoOnceADay() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    Logger logger = (Logger) LoggerFactory.getLogger(ServerCertificate.class);
    logger.addAppender(log);
    try {
      ServerCertificate certificate =
          new ServerCertificate(TestCertificate.in(folder, "EC", 30).files(), clock);
      certificate.follow();
      assertThat(log.list).isEmpty();
      for (int days = 1; days <= 3; days++) {
        clock.advance(days == 1 ? Duration.ofDays(17) : Duration.ofDays(1));
        certificate.follow();
        certificate.follow();
        assertThat(log.list).hasSize(days);
      }
      assertThat(log.list.getLast().getFormattedMessage()).contains("server.crt ends on 20");
    } finally {
      logger.detachAppender(log);
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
  }

  private List<String> problems(TlsConfig files) {
    List<String> problems = new ArrayList<>();
    assertThatExceptionOfType(ConfigurationException.class)
        .isThrownBy(() -> new ServerCertificate(files, clock))
        .satisfies(e -> problems.addAll(e.problems()));
    return problems;
  }
}
