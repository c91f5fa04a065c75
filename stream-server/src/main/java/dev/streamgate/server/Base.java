package dev.streamgate.server;

import dev.streamgate.server.audit.AuditTrail;
import dev.streamgate.server.audit.db.JdbcAuditTrail;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.changes.ChangeLog;
import dev.streamgate.server.changes.Changes;
import dev.streamgate.server.changes.db.JdbcChangeLog;
import dev.streamgate.server.denials.Denials;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.foundation.ServerConfig;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.PurposeKeys;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.TokenExaminer;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import dev.streamgate.server.grants.jwt.RememberedTokens;
import io.micrometer.core.instrument.Counter;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all parts of the server share.
final class Base {
  private static final Logger LOG = LoggerFactory.getLogger(Base.class);

  final ServerConfig config;
  final InstantSource clock;
  final SecureRandom random;
  final Database database;
  final Metrics metrics = new Metrics();
  final RequestOrigins origins;
  final Requesters requesters;
  final AuditTrail audit;
  final Denials denials = new Denials();
  final ChangeLog changeLog;
  final Changes changes;
  final PlaybackTokens tokens;
  final TokenExaminer examiner;
  final String internalKey;
  final String hlsSigningKey;
  final String staffSessionKey;

  Base(
      ServerConfig config,
      Secrets secrets,
      Database database,
      InstantSource clock,
      SecureRandom random) {
    this.config = config;
    this.clock = clock;
    this.random = random;
    this.database = database;
    origins = new RequestOrigins(config.trustedProxies(), config.portalUrl());
    requesters = new Requesters(origins);
    audit = new JdbcAuditTrail(database, clock);
    changeLog = new JdbcChangeLog(database);
    changes = new Changes(database::inTransaction, changeLog, denials, clock);
    JwtPlaybackTokens signed = new JwtPlaybackTokens(keys(secrets), clock);
    examiner = signed;
    tokens = remembered(signed);
    internalKey = secrets.internalKey();
    hlsSigningKey =
        secrets
            .hlsSigning()
            .orElseGet(
                () -> PurposeKeys.derive(secrets.playbackSigning(), PurposeKeys.HLS_SIGNING));
    staffSessionKey =
        secrets
            .adminSession()
            .orElseGet(
                () -> PurposeKeys.derive(secrets.playbackSigning(), PurposeKeys.ADMIN_SESSION));
  }

  private static SigningKeys keys(Secrets secrets) {
    return new SigningKeys(
        SigningKey.of(secrets.playbackSigning()), secrets.playbackSigningOld().map(SigningKey::of));
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
}
