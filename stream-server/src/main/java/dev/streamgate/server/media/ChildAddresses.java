package dev.streamgate.server.media;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Passes a credential that is part of an address on to the addresses in a playlist (Spec, media
/// §5.1). Other hosts never get it.
public final class ChildAddresses {
  /// Begins with a scheme, or with an authority; browsers take a backslash for a slash.
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|[/\\\\]{2}.*");

  private final List<String> ownOrigins;
  private final Passing passing;

  private ChildAddresses(Collection<String> ownOrigins, Passing passing) {
    this.ownOrigins = List.copyOf(ownOrigins);
    this.passing = passing;
  }

  /// Writes the credential into an address of ours, which is split behind its origin.
  @FunctionalInterface
  private interface Passing {
    String into(String origin, String rest);
  }

  /// Empty if the credential travels with each request by itself.
  ///
  /// @param ownOrigins the origins under which viewers reach us, in lower case; asked for if needed
  public static Optional<ChildAddresses> of(
      Supplier<? extends Collection<String>> ownOrigins, Credential credential) {
    return passing(credential).map(passing -> new ChildAddresses(ownOrigins.get(), passing));
  }

  /// The address with the credential, or as it was if it leads elsewhere.
  public String withCredential(String address) {
    if (address.isEmpty() || address.chars().anyMatch(ChildAddresses::isControl)) {
      return address;
    }
    if (!isAbsolute(address)) {
      return passing.into("", address);
    }
    String lowerCase = address.toLowerCase(Locale.ROOT);
    return ownOrigins.stream()
        .filter(origin -> lowerCase.startsWith(origin + "/"))
        .findFirst()
        .map(origin -> address.substring(0, origin.length()))
        .map(origin -> passing.into(origin, address.substring(origin.length())))
        .orElse(address);
  }

  /// Whether an address names a scheme or a host.
  static boolean isAbsolute(String address) {
    return ABSOLUTE.matcher(address).matches();
  }

  private static Optional<Passing> passing(Credential credential) {
    return switch (credential) {
      case Credential.Token token ->
          switch (token.carrier()) {
            case QUERY -> Optional.of(inQuery("__token=" + token.token()));
            case BEARER, COOKIE, SIGNED_ADDRESS, DIRECTORY -> Optional.empty();
          };
      case Credential.SignedAddress signed ->
          Optional.of(
              inQuery(
                  "token=%s&expires=%s&signature=%s"
                      .formatted(signed.token(), signed.expires(), signed.signature())));
      case Credential.Directory directory -> Optional.of(inFront("/" + directory.segment()));
    };
  }

  /// Relative addresses do not inherit the query of the playlist they stand in (RFC 3986 §5.2.2).
  private static Passing inQuery(String parameters) {
    return (origin, rest) -> {
      int hash = rest.indexOf('#');
      int end = hash < 0 ? rest.length() : hash;
      char separator = rest.substring(0, end).indexOf('?') < 0 ? '?' : '&';
      return origin + rest.substring(0, end) + separator + parameters + rest.substring(end);
    };
  }

  /// They do inherit its folders.
  private static Passing inFront(String folder) {
    return (origin, rest) ->
        rest.startsWith("/") && !MediaTarget.hasDirectoryToken(rest)
            ? origin + folder + rest
            : origin + rest;
  }

  /// Browsers drop control characters before they look for a host. Bytes beyond ASCII are none.
  private static boolean isControl(int symbol) {
    return symbol < ' ' || symbol == 127;
  }
}
