package dev.streamgate.server.grants.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A token in compact form, `header.claims.signature`, taken apart strictly: one token has exactly
/// one spelling, so that nothing can be appended to or varied in a good one.
final class CompactToken {
  private static final int PARTS = 3;
  private static final String ALGORITHM = "HS256";

  private final JsonNode header;
  private final JsonNode claims;
  private final String signed;
  private final byte[] signature;

  private CompactToken(JsonNode header, JsonNode claims, String signed, byte[] signature) {
    this.header = header;
    this.claims = claims;
    this.signed = signed;
    this.signature = signature;
  }

  /// Empty unless there are three non-empty parts of canonical unpadded base64url (RFC 4648 §3.5),
  /// the first two JSON objects without duplicate names, and a header this server understands.
  static Optional<CompactToken> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS) {
      return Optional.empty();
    }
    Optional<JsonNode> header = object(parts[0]).filter(CompactToken::isUnderstood);
    Optional<JsonNode> claims = object(parts[1]);
    Optional<byte[]> signature = decode(parts[2]);
    if (header.isEmpty() || claims.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    String signed = parts[0] + "." + parts[1];
    return Optional.of(new CompactToken(header.get(), claims.get(), signed, signature.get()));
  }

  /// The id of the key that is said to have signed it.
  Optional<String> keyId() {
    return Optional.ofNullable(header.get("kid")).map(JsonNode::textValue);
  }

  /// Not to be believed before the signature has been checked.
  JsonNode claims() {
    return claims;
  }

  /// The text that the signature is about.
  String signed() {
    return signed;
  }

  byte[] signature() {
    return signature;
  }

  /// `crit` demands extensions, `b64` and `zip` change what the parts mean (RFC 7515 §4.1.11, RFC
  /// 7797, RFC 7516 §4.1.3); we know none of them.
  private static boolean isUnderstood(JsonNode header) {
    return ALGORITHM.equals(header.path("alg").textValue())
        && !header.has("crit")
        && !header.has("b64")
        && !header.has("zip")
        && isTextOrAbsent(header.get("kid"));
  }

  private static boolean isTextOrAbsent(@Nullable JsonNode value) {
    return value == null || value.isTextual();
  }

  private static Optional<JsonNode> object(String part) {
    return decode(part).flatMap(CompactToken::parse).filter(JsonNode::isObject);
  }

  private static Optional<JsonNode> parse(byte[] json) {
    try {
      return Optional.of(WireJson.tree(json));
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> decode(String part) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(part);
      // Java's decoder ignores the unused bits of the last character and accepts padding.
      boolean canonical =
          Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(part);
      return canonical && bytes.length > 0 ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
