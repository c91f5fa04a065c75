package dev.streamgate.server.foundation;

/// Every key of the configuration, in the order of `docs/operating.md`. What each means and its
/// default stand in `application.yaml`.
public enum ConfigKey {
  ROLE,
  HOST,
  PORT,
  MEDIA_PORT,
  DATA_DIR,
  DATABASE_URL,
  DATABASE_USER,
  DATABASE_PASSWORD(Secrecy.SECRET),
  PLAYBACK_SIGNING_SECRET(Secrecy.SECRET),
  PLAYBACK_SIGNING_SECRET_OLD(Secrecy.SECRET),
  INTERNAL_API_KEY(Secrecy.SECRET),
  PARTNER_API_KEY(Secrecy.SECRET),
  ADMIN_PASSWORD_HASH(Secrecy.SECRET),
  ADMIN_SESSION_SECRET(Secrecy.SECRET),
  HLS_SIGNING_KEY(Secrecy.SECRET),
  HLS_SERVER_BASE_URL,
  PLATFORM_APP_URL,
  APP_NAME,
  SUPPORT_CONTACT,
  LANGUAGES,
  SESSION_TIMEOUT_SECONDS,
  MAX_CONCURRENT_SESSIONS,
  VALIDATE_REFUSED_PER_MINUTE,
  VALIDATE_TOTAL_PER_MINUTE,
  TRUSTED_PROXIES,
  TLS_CERTIFICATE,
  TLS_PRIVATE_KEY,
  REQUIRE_HTTPS,
  STREAM_ROOT,
  UPSTREAM_ORIGIN,
  UPSTREAM_ALLOWED_HOSTS,
  SEGMENT_CACHE_ROOT,
  SEGMENT_CACHE_MAX_SIZE_GB,
  SEGMENT_CACHE_MAX_AGE_HOURS,
  SEGMENT_CACHE_CLEANUP_HOURS,
  CORS_ALLOWED_ORIGIN,
  GEO_COUNTRY_HEADER,
  ACCEL_REDIRECT,
  REVOCATION_POLL_INTERVAL_MS,
  MAX_REVOCATION_STALENESS,
  EDGE_ID,
  EMBED_TOKEN_TTL,
  EMBED_ALLOWED_ORIGINS,
  AUDIT_RETENTION_DAYS,
  LOG_LEVEL;

  private final Secrecy secrecy;

  ConfigKey() {
    this(Secrecy.OPEN);
  }

  ConfigKey(Secrecy secrecy) {
    this.secrecy = secrecy;
  }

  /// Whether its value must never be shown, nor stand on a command line, where others can read it.
  public boolean isSecret() {
    return secrecy == Secrecy.SECRET;
  }

  private enum Secrecy {
    OPEN,
    SECRET
  }
}
