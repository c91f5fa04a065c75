package dev.streamgate.server;

import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.foundation.DiskMeters;
import dev.streamgate.server.foundation.MediaOrigin;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.Role;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.grants.AddressKeys;
import dev.streamgate.server.grants.EmbedSignature;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.PurposeKeys;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.TokenExaminer;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import dev.streamgate.server.grants.jwt.RememberedTokens;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the parts of a server of any role share.
class Core {
  private static final Logger LOG = LoggerFactory.getLogger(Core.class);
  private static final int LONGEST_HOST = 50;

  final ServerConfig config;
  final InstantSource clock;
  final SecureRandom random;
  final Metrics metrics = new Metrics();
  final DiskMeters disks;
  final RequestOrigins origins;
  final Listening listening;
  final MediaOrigin mediaOrigin;
  final Denials denials = new Denials();
  final SigningKeys signingKeys;
  final PlaybackTokens tokens;
  final TokenExaminer examiner;
  final String internalKey;
  final List<String> partnerKeys;
  final String commandSecret;
  final StopRequest stopRequest = new StopRequest();
  final String hlsSigningKey;
  final AddressKeys addressKeys;
  final EmbedSignature embedSignature;
  final List<String> staffSessionKeys;

  Core(ServerConfig config, Secrets secrets, InstantSource clock, SecureRandom random) {
    this.config = config;
    this.clock = clock;
    this.random = random;
    origins = new RequestOrigins(config.listener().trustedProxies(), publicOrigin(config));
    listening = new Listening(config.listener(), clock);
    mediaOrigin = new MediaOrigin(origins, config.portal().mediaBaseUrl(), listening::ports);
    signingKeys =
        new SigningKeys(
            SigningKey.of(secrets.playbackSigning()),
            secrets.playbackSigningOld().map(SigningKey::of));
    JwtPlaybackTokens signed = new JwtPlaybackTokens(signingKeys, clock);
    examiner = signed;
    tokens = remembered(signed);
    internalKey = secrets.internalKey();
    partnerKeys = Stream.concat(Stream.of(internalKey), secrets.partnerKey().stream()).toList();
    commandSecret = Secrets.generate(random);
    List<String> hlsKeys = keysFor(PurposeKeys.HLS_SIGNING, secrets.hlsSigning(), secrets);
    hlsSigningKey = hlsKeys.getFirst();
    addressKeys = new AddressKeys(hlsKeys);
    embedSignature = new EmbedSignature(hlsKeys);
    staffSessionKeys = keysFor(PurposeKeys.ADMIN_SESSION, secrets.adminSession(), secrets);
    disks =
        new DiskMeters(
            metrics,
            config,
            task -> Thread.ofPlatform().daemon().name("streamgate-disk").start(task),
            System::nanoTime);
    Gauge.builder("streamgate.revocation.entries", denials, Denials::revocationCount)
        .register(metrics.registry());
  }

  /// The name of this process in the list of edges.
  String edgeId() {
    return config.edge().id().orElseGet(() -> hostName() + ":" + listening.ports().main());
  }

  /// An edge's own address is not the platform's.
  private static Optional<String> publicOrigin(ServerConfig config) {
    return config.role() == Role.MEDIA ? Optional.empty() : config.portal().portalUrl();
  }

  /// The keys for one purpose, the current one first: the configured one alone, or else derived
  /// ones. Such a key changes with the secret, and as long as the old secret counts, so does its
  /// key.
  private static List<String> keysFor(
      String purpose, Optional<String> configured, Secrets secrets) {
    return configured
        .map(List::of)
        .orElseGet(() ->
            Stream.concat(
                    Stream.of(secrets.playbackSigning()), secrets.playbackSigningOld().stream())
                .map(secret -> PurposeKeys.derive(secret, purpose))
                .toList());
  }

  private PlaybackTokens remembered(PlaybackTokens signed) {
    Counter oldKeyUses = Counter.builder("streamgate.old.key.uses").register(metrics.registry());
    return new RememberedTokens(
        signed,
        clock,
        () -> {
          oldKeyUses.increment();
          LOG.warn("Token validated with OLD secret during rotation");
        });
  }

  private static String hostName() {
    try {
      String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9._-]", "-");
      return name.substring(0, Math.min(LONGEST_HOST, name.length()));
    } catch (UnknownHostException e) {
      return "localhost"; // a machine without a name of its own
    }
  }
}
