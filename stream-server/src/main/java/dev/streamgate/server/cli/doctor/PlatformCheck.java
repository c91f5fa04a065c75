package dev.streamgate.server.cli.doctor;

import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.playback.PlaybackTokenClaims;
import dev.streamgate.server.foundation.Secrets;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether an edge reaches its platform, has its keys and shares its time.
final class PlatformCheck implements Check {
  private static final String REACH = "Platform";
  private static final String KEYS = "Keys shared with the platform";
  private static final String CLOCK = "Clock";
  private static final Duration NOTICEABLE = Duration.ofSeconds(3);
  private static final Duration HARMFUL = Duration.ofSeconds(30);
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(60);
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;

  private final String platform;
  private final Secrets secrets;
  private final InstantSource clock;
  private final Web web;

  /// @param platform its origin
  PlatformCheck(String platform, Secrets secrets, InstantSource clock, Web web) {
    this.platform = platform;
    this.secrets = secrets;
    this.clock = clock;
    this.web = web;
  }

  @Override
  public List<Finding> findings() {
    return switch (web.get(platform + "/health", Optional.empty())) {
      case Web.Answer.Given given when given.status() == OK && hasRole(given.body()) ->
          List.of(Finding.ok(REACH, platform + " answers"), keys(), time(given));
      case Web.Answer.Given given ->
          List.of(
              Finding.fail(
                  REACH,
                  platform + " answers, but not as a platform (" + given.status() + ")",
                  "correct PLATFORM_APP_URL"));
      case Web.Answer.None none ->
          List.of(
              Finding.fail(
                  REACH,
                  platform + " does not answer: " + none.reason(),
                  "correct PLATFORM_APP_URL, or let this machine reach it"));
    };
  }

  private static boolean hasRole(String health) {
    try {
      String role = WireJson.tree(health.getBytes(StandardCharsets.UTF_8)).path("role").asText();
      return role.equals("all") || role.equals("platform");
    } catch (MalformedJsonException e) {
      return false;
    }
  }

  private Finding keys() {
    Web.Answer feed =
        web.get(platform + "/api/revocations?cursor=0&limit=1", Optional.of(secrets.internalKey()));
    return switch (feed) {
      case Web.Answer.Given given when given.status() == OK -> signature();
      case Web.Answer.Given given when given.status() == UNAUTHORIZED ->
          Finding.fail(
              KEYS,
              "the platform has another INTERNAL_API_KEY",
              "copy the platform's INTERNAL_API_KEY");
      case Web.Answer.Given given ->
          Finding.warn(KEYS, "the feed of changes answers " + given.status(), "look into its log");
      case Web.Answer.None none ->
          Finding.warn(KEYS, "could not be compared: " + none.reason(), "try again");
    };
  }

  /// The platform is shown a token that opens nothing; whether it knows the signature, its answer
  /// tells.
  private Finding signature() {
    Web.Answer answer =
        web.post(
            platform + "/api/v1/content/validate-token",
            new String(WireJson.bytes(Map.of("token", token())), StandardCharsets.UTF_8),
            secrets.internalKey());
    if (!(answer instanceof Web.Answer.Given given) || given.status() != OK) {
      return Finding.warn(KEYS, "could not be compared", "try again");
    }
    return given.body().contains("Invalid token")
        ? Finding.fail(
            KEYS,
            "the platform has another PLAYBACK_SIGNING_SECRET",
            "copy the platform's PLAYBACK_SIGNING_SECRET")
        : Finding.ok(KEYS, "are the same");
  }

  private String token() {
    Instant now = clock.instant();
    SigningKeys keys = new SigningKeys(SigningKey.of(secrets.playbackSigning()), Optional.empty());
    return new JwtPlaybackTokens(keys, clock)
        .mint(
            new PlaybackTokenClaims(
                "doctor",
                "doctor",
                "doctor",
                "/streams/doctor/",
                now,
                now.plus(TOKEN_LIFE),
                null,
                null,
                List.of(),
                null,
                false,
                null));
  }

  private Finding time(Web.Answer.Given given) {
    Duration difference;
    try {
      Instant there =
          DateTimeFormatter.RFC_1123_DATE_TIME.parse(
              given.headers().getOrDefault("Date", ""), Instant::from);
      difference = Duration.between(there, clock.instant()).abs();
    } catch (DateTimeException e) {
      return Finding.warn(CLOCK, "the platform does not tell its time", "compare the clocks");
    }
    String text = "differs from the platform's by " + difference.toSeconds() + " s";
    String remedy = "let both machines follow a time server";
    if (difference.compareTo(HARMFUL) > 0) {
      return Finding.fail(CLOCK, text, remedy);
    }
    return difference.compareTo(NOTICEABLE) > 0
        ? Finding.warn(CLOCK, text, remedy)
        : Finding.ok(CLOCK, "is the platform's");
  }
}
