package dev.streamgate.server.foundation;

import io.helidon.common.configurable.Resource;
import io.helidon.common.configurable.ResourceException;
import io.helidon.common.pki.Keys;
import io.helidon.common.pki.PemKeys;
import io.helidon.common.pki.PkiException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// A certificate and its key as they lay in their files at one moment.
///
/// @param chain the server's own certificate first
record KeyPairFiles(PrivateKey key, List<X509Certificate> chain) {
  private static final byte[] SAMPLE = "StreamGate".getBytes(StandardCharsets.US_ASCII);

  KeyPairFiles {
    chain = List.copyOf(chain);
  }

  /// @throws ConfigurationException if the files are not what they have to be
  static KeyPairFiles read(TlsConfig files) {
    List<X509Certificate> chain =
        pem(
                files.certificate(),
                (resource, pem) -> pem.certChain(resource),
                ConfigKey.TLS_CERTIFICATE,
                "a PEM file with a certificate")
            .certChain();
    PrivateKey key =
        pem(
                files.privateKey(),
                (resource, pem) -> pem.key(resource),
                ConfigKey.TLS_PRIVATE_KEY,
                "a PEM file with a private key, RSA or EC, as `openssl pkey -in OLD -out NEW` writes it")
            .privateKey()
            .orElseThrow();
    if (!belongTogether(key, chain.getFirst().getPublicKey())) {
      throw ConfigurationException.of(
          "Configuration error: TLS_PRIVATE_KEY must be the key of the certificate: "
              + files.privateKey()
              + ".");
    }
    return new KeyPairFiles(key, chain);
  }

  /// What connections are encrypted with.
  SSLContext context() {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setKeyEntry("server", key, new char[0], chain.toArray(Certificate[]::new));
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, new SecureRandom());
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("preparing encryption", e);
    }
  }

  /// What the library does not support are keys in OpenSSL's old form for EC.
  private static Keys pem(Path file, PartOfPem part, ConfigKey key, String rule) {
    if (Files.notExists(file)) {
      throw refused(key, "a file that is there", file);
    }
    if (!Files.isReadable(file)) {
      throw refused(key, "a file that the user of the server may read", file);
    }
    try {
      return Keys.builder().pem(pem -> part.from(Resource.create(file), pem)).build();
    } catch (PkiException | ResourceException | UnsupportedOperationException e) {
      throw refused(key, rule, file);
    }
  }

  private static ConfigurationException refused(ConfigKey key, String rule, Path file) {
    return ConfigurationException.of(
        "Configuration error: %s must be %s: %s.".formatted(key, rule, file));
  }

  @FunctionalInterface
  private interface PartOfPem {
    void from(Resource file, PemKeys.Builder pem);
  }

  /// Whether what the one signs the other confirms.
  private static boolean belongTogether(PrivateKey key, PublicKey certified) {
    if (!key.getAlgorithm().equals(certified.getAlgorithm())) {
      return false;
    }
    try {
      Signature signature =
          Signature.getInstance(
              "EC".equals(key.getAlgorithm()) ? "SHA256withECDSA" : "SHA256withRSA");
      signature.initSign(key);
      signature.update(SAMPLE);
      byte[] signed = signature.sign();
      signature.initVerify(certified);
      signature.update(SAMPLE);
      return signature.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
