package dev.streamgate.server.grants.jwt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.MalformedJsonException;
import dev.streamgate.model.json.WireJson;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The two readable parts of a token in compact form, `header.claims.signature`, read strictly: one
/// token has exactly one spelling, so that nothing can be appended to or varied in a good one.
record CompactToken(JsonNode header, JsonNode claims) {
  private static final int PARTS = 3;
  private static final String ALGORITHM = "HS256";

  /// Empty unless there are three non-empty parts of canonical unpadded base64url (RFC 4648 §3.5),
  /// the first two JSON objects without duplicate names, and a header this server understands.
  static Optional<CompactToken> read(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != PARTS || decode(parts[2]).isEmpty()) {
      return Optional.empty();
    }
    return decode(parts[0])
        .flatMap(CompactToken::object)
        .filter(CompactToken::isUnderstood)
        .flatMap(header ->
            decode(parts[1])
                .flatMap(CompactToken::object)
                .map(claims -> new CompactToken(header, claims)));
  }

  /// The id of the key that is said to have signed it.
  Optional<String> keyId() {
    return Optional.ofNullable(header.get("kid")).map(JsonNode::textValue);
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

  private static Optional<JsonNode> object(byte[] json) {
    try {
      return Optional.of(WireJson.tree(json)).filter(JsonNode::isObject);
    } catch (MalformedJsonException e) {
      return Optional.empty();
    }
  }
}
