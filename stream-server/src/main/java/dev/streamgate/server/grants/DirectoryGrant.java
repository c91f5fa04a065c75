package dev.streamgate.server.grants;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a directory token is to open, and to whom (Spec, media §3.2).
///
/// @param folder `/streams/<event>/` or a folder below it, ending with `/`
/// @param expires the first instant at which it is refused, in whole seconds
/// @param clientAddress the only address that may use it, as a literal
/// @param kilobytesPerSecond the pace of each response; 1 kB is 1000 bytes
/// @param session refused once it has ended
/// @param ticket the first 32 hex digits of SHA-256 of the ticket's code, refused once that is
///   revoked
/// @param maxHeight of the renditions, in pixels
public record DirectoryGrant(
    String folder,
    Instant expires,
    Optional<String> clientAddress,
    OptionalInt kilobytesPerSecond,
    Optional<String> session,
    Optional<String> ticket,
    OptionalInt maxHeight) {
  public static final String TOKEN = "bcdn_token";
  public static final String EXPIRES = "expires";
  public static final String FOLDER = "token_path";
  public static final String LIMIT = "limit";
  public static final String SESSION = "sid";
  public static final String TICKET = "ch";
  public static final String MAX_HEIGHT = "q";

  private static final Pattern FOLDER_FORM =
      Pattern.compile("/streams/[A-Za-z0-9][A-Za-z0-9_-]{0,63}/(?:[^/]++/)*+");
  private static final Pattern SESSION_FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final Pattern TICKET_FORM = Pattern.compile("[0-9a-f]{32}");

  /// What signing gives.
  public sealed interface Signing {
    /// An address that opens what was granted.
    ///
    /// @param prefix `/bcdn_token=…`, to be put before the path that is opened
    record Signed(String prefix) implements Signing {}

    /// Nothing, because the grant makes no sense.
    record Refused(Problem problem) implements Signing {}
  }

  /// Why a grant is not signed.
  public enum Problem {
    FOLDER,
    EXPIRY,
    ADDRESS,
    LIMIT,
    SESSION,
    TICKET,
    MAX_HEIGHT
  }

  /// Signs it, unless it would be refused at once or says nothing sensible.
  public Signing sign(AddressKeys keys, InstantSource clock) {
    Optional<Problem> problem = problem(clock.instant());
    if (problem.isPresent()) {
      return new Signing.Refused(problem.get());
    }
    DirectorySignature signature =
        new DirectorySignature(folder, String.valueOf(expires.getEpochSecond()), parameters());
    Optional<String> token =
        clientAddress.isPresent()
            ? signature.signFor(clientAddress.get(), keys)
            : Optional.of(signature.sign(keys));
    return token
        .<Signing>map(it -> new Signing.Signed(prefix(it)))
        .orElseGet(() -> new Signing.Refused(Problem.ADDRESS));
  }

  private Optional<Problem> problem(Instant now) {
    if (!FOLDER_FORM.matcher(folder).matches()) {
      return Optional.of(Problem.FOLDER);
    }
    Duration life = Duration.between(now, Instant.ofEpochSecond(expires.getEpochSecond()));
    if (!life.isPositive() || life.compareTo(PlaybackTokens.LONGEST_LIFE) > 0) {
      return Optional.of(Problem.EXPIRY);
    }
    if (kilobytesPerSecond.isPresent() && kilobytesPerSecond.getAsInt() < 1) {
      return Optional.of(Problem.LIMIT);
    }
    if (maxHeight.isPresent() && maxHeight.getAsInt() < 1) {
      return Optional.of(Problem.MAX_HEIGHT);
    }
    if (!session.stream().allMatch(it -> SESSION_FORM.matcher(it).matches())) {
      return Optional.of(Problem.SESSION);
    }
    return ticket.stream().allMatch(it -> TICKET_FORM.matcher(it).matches())
        ? Optional.empty()
        : Optional.of(Problem.TICKET);
  }

  private SortedMap<String, String> parameters() {
    SortedMap<String, String> parameters = new TreeMap<>();
    parameters.put(FOLDER, folder);
    kilobytesPerSecond.ifPresent(it -> parameters.put(LIMIT, String.valueOf(it)));
    session.ifPresent(it -> parameters.put(SESSION, it));
    ticket.ifPresent(it -> parameters.put(TICKET, it));
    maxHeight.ifPresent(it -> parameters.put(MAX_HEIGHT, String.valueOf(it)));
    return parameters;
  }

  private String prefix(String token) {
    return parameters().entrySet().stream()
        .map(it -> it.getKey() + "=" + escaped(it.getValue()))
        .collect(
            Collectors.joining(
                "&",
                "/" + TOKEN + "=" + token + "&" + EXPIRES + "=" + expires.getEpochSecond() + "&",
                ""));
  }

  private static String escaped(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A");
  }
}
