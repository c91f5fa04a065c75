package dev.streamgate.server.media;

import java.util.Locale;
import java.util.regex.Pattern;

/// Passes a credential on to the addresses in a playlist, because relative addresses do not inherit
/// the query of the playlist they stand in (RFC 3986 §5.2.2). Other hosts never get it.
public final class ChildAddresses {
  private static final String PARAMETER = "__token=";

  /// Begins with a scheme, or with an authority; browsers take a backslash for a slash.
  private static final Pattern ABSOLUTE =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*|[/\\\\]{2}.*");

  private final String ownOrigin;
  private final String parameter;

  /// @param ownOrigin the origin under which the viewer reached us, in lower case
  public ChildAddresses(String ownOrigin, Credential credential) {
    this.ownOrigin = ownOrigin;
    this.parameter = PARAMETER + credential.token();
  }

  /// The address with the credential, or as it was if it leads elsewhere.
  public String withCredential(String address) {
    if (!isOurs(address)) {
      return address;
    }
    int hash = address.indexOf('#');
    int end = hash < 0 ? address.length() : hash;
    char separator = address.substring(0, end).indexOf('?') < 0 ? '?' : '&';
    return address.substring(0, end) + separator + parameter + address.substring(end);
  }

  /// Control characters are refused because browsers drop them before they look for a host.
  private boolean isOurs(String address) {
    if (address.isEmpty() || address.chars().anyMatch(Character::isISOControl)) {
      return false;
    }
    return !ABSOLUTE.matcher(address).matches()
        || address.toLowerCase(Locale.ROOT).startsWith(ownOrigin + "/");
  }
}
