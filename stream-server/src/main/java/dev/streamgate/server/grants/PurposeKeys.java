package dev.streamgate.server.grants;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

/// Derives keys for one purpose each from the signing secret, so that edges that share the secret
/// share them, too (RFC 5869; Spec, product §3.5).
public final class PurposeKeys {
  public static final String HLS_SIGNING = "streamgate/hls-signing";
  public static final String ADMIN_SESSION = "streamgate/admin-session";

  private static final int BYTES = 32;

  private PurposeKeys() {}

  /// 64 lower-case hex digits, used as text.
  ///
  /// @param info the purpose; another purpose gives an unrelated key
  public static String derive(String secret, String info) {
    AlgorithmParameterSpec parameters =
        HKDFParameterSpec.ofExtract()
            .addIKM(secret.getBytes(StandardCharsets.UTF_8))
            .thenExpand(info.getBytes(StandardCharsets.UTF_8), BYTES);
    try {
      return HexFormat.of().formatHex(KDF.getInstance("HKDF-SHA256").deriveData(parameters));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java 25 has HKDF-SHA256", e);
    }
  }
}
