package dev.streamgate.server.grants;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The signature of a directory token (Spec, media §3.2): `HS256-` and HMAC-SHA256 over path,
/// expiry, address and parameters in unpadded base64url; `HS256-1-` if it is locked to an address.
///
/// @param path the granted folder, or the exact path if no folder is granted
/// @param expires unix seconds, as they stand in the address
/// @param parameters decoded, all that are signed, `token_path` included
public record DirectorySignature(
    String path, String expires, SortedMap<String, String> parameters) {
  private static final String OPEN = "HS256-";
  private static final String LOCKED = "HS256-1-";

  /// Base64url of 32 bytes has 43 characters; so one that happens to begin with `1-` is not taken
  /// for a locked one.
  private static final Pattern FORM = Pattern.compile("HS256-(1-)?([A-Za-z0-9_-]{43})");

  /// The token of an address that whoever holds it may use.
  public String sign(AddressKeys keys) {
    return OPEN + base64url(keys.sign(message(new byte[0])));
  }

  /// The token of an address that only one client may use. Empty if the client's address is none.
  public Optional<String> signFor(String clientAddress, AddressKeys keys) {
    return AddressLock.bytes(clientAddress)
        .map(bytes -> LOCKED + base64url(keys.sign(message(bytes))));
  }

  /// Whether a token is the one of these values, and of this client if it is locked.
  public boolean isValid(String token, String clientAddress, AddressKeys keys) {
    Matcher form = FORM.matcher(token);
    if (!form.matches()) {
      return false;
    }
    Optional<byte[]> address =
        form.group(1) == null ? Optional.of(new byte[0]) : AddressLock.bytes(clientAddress);
    byte[] signature = Base64.getUrlDecoder().decode(form.group(2));
    // The last character has bits that the decoder ignores; only one spelling counts.
    return base64url(signature).equals(form.group(2))
        && address.filter(it -> keys.isSignature(signature, message(it))).isPresent();
  }

  /// Whether a token opens nothing without the right client address.
  public static boolean isLocked(String token) {
    Matcher form = FORM.matcher(token);
    return form.matches() && form.group(1) != null;
  }

  private byte[] message(byte[] address) {
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    message.writeBytes((path + expires).getBytes(StandardCharsets.UTF_8));
    message.writeBytes(address);
    message.writeBytes(joined().getBytes(StandardCharsets.UTF_8));
    return message.toByteArray();
  }

  private String joined() {
    return parameters.entrySet().stream()
        .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
        .collect(Collectors.joining("&"));
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
