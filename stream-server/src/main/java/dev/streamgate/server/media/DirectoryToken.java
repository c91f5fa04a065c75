package dev.streamgate.server.media;

import static java.util.Map.entry;

import dev.streamgate.server.grants.DirectoryGrant;
import dev.streamgate.server.grants.DirectorySignature;
import dev.streamgate.server.grants.ExpirySeconds;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A directory token as it stands in a path, taken apart strictly: each parameter is known, stands
/// there once and has a form that could not run into the next one when they are joined for the
/// signature (Spec, media §3.2).
///
/// @param parameters all that are signed, decoded
record DirectoryToken(String token, String expires, SortedMap<String, String> parameters) {
  /// What an address may contain besides; no quotes, because it is written into playlists.
  private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9%&=._~-]+");

  private static final Pattern POSITIVE = Pattern.compile("[1-9]\\d{0,8}");
  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          entry(DirectoryGrant.TOKEN, Pattern.compile("HS256-[A-Za-z0-9_-]{43,45}")),
          entry(DirectoryGrant.EXPIRES, ExpirySeconds.FORM),
          entry(DirectoryGrant.FOLDER, Pattern.compile("/streams/[^/]+/(.*/)?", Pattern.DOTALL)),
          entry(DirectoryGrant.LIMIT, POSITIVE),
          entry(DirectoryGrant.MAX_HEIGHT, POSITIVE),
          entry(DirectoryGrant.SESSION, Pattern.compile("[A-Za-z0-9_-]{1,64}")),
          entry(DirectoryGrant.TICKET, Pattern.compile("[0-9a-f]{32}")));

  /// Empty if it is not of that form.
  static Optional<DirectoryToken> read(String segment) {
    if (!SEGMENT.matcher(segment).matches()) {
      return Optional.empty();
    }
    SortedMap<String, String> parameters = new TreeMap<>();
    for (String parameter : segment.split("&", -1)) {
      int equals = parameter.indexOf('=');
      if (equals < 0 || !add(parameter, equals, parameters)) {
        return Optional.empty();
      }
    }
    String token = parameters.remove(DirectoryGrant.TOKEN);
    String expires = parameters.remove(DirectoryGrant.EXPIRES);
    return token == null || expires == null
        ? Optional.empty()
        : Optional.of(new DirectoryToken(token, expires, parameters));
  }

  /// The folder it opens; without one it opens a single file.
  Optional<String> folder() {
    return Optional.ofNullable(parameters.get(DirectoryGrant.FOLDER));
  }

  /// What was signed, if it was signed for this path.
  DirectorySignature signature(String rawPath) {
    return new DirectorySignature(folder().orElse(rawPath), expires, parameters);
  }

  Instant expiresAt() {
    return Instant.ofEpochSecond(Long.parseLong(expires));
  }

  Optional<String> session() {
    return Optional.ofNullable(parameters.get(DirectoryGrant.SESSION));
  }

  Optional<String> ticket() {
    return Optional.ofNullable(parameters.get(DirectoryGrant.TICKET));
  }

  OptionalInt kilobytesPerSecond() {
    return number(DirectoryGrant.LIMIT);
  }

  OptionalInt maxHeight() {
    return number(DirectoryGrant.MAX_HEIGHT);
  }

  private OptionalInt number(String name) {
    String value = parameters.get(name);
    return value == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(value));
  }

  private static boolean add(String parameter, int equals, Map<String, String> parameters) {
    String name = parameter.substring(0, equals);
    Pattern form = FORMS.get(name);
    Optional<String> value =
        PercentEncoding.decode(parameter.substring(equals + 1))
            .filter(it -> form != null && form.matcher(it).matches());
    return value.isPresent() && parameters.put(name, value.get()) == null;
  }
}
