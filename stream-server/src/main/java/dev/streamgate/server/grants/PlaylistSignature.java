package dev.streamgate.server.grants;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The signature of a signed HLS address: lower-case hex of HMAC-SHA256 over
/// `contentId:token:expires` (Spec, media §3.1).
public final class PlaylistSignature {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  private PlaylistSignature() {}

  /// The signature of these values under the key that signs.
  ///
  /// @param contentId an event's id, or `event/item`
  /// @param expires unix seconds, as they stand in the address
  public static String sign(AddressKeys keys, String contentId, String token, String expires) {
    return HexFormat.of().formatHex(keys.sign(message(contentId, token, expires)));
  }

  /// Whether this is the signature of these values. Whatever is no signature at all is none of
  /// them.
  public static boolean isValid(
      AddressKeys keys, String contentId, String token, String expires, String signature) {
    return FORM.matcher(signature).matches()
        && keys.isSignature(HexFormat.of().parseHex(signature), message(contentId, token, expires));
  }

  private static byte[] message(String contentId, String token, String expires) {
    return (contentId + ":" + token + ":" + expires).getBytes(StandardCharsets.UTF_8);
  }
}
