package dev.streamgate.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// `SHA256SUMS`, which `sha256sum -c` reads.
final class Checksums {
  private Checksums() {}

  /// Of all files that lie in this folder itself.
  static void write(Path folder) throws IOException {
    Path sums = folder.resolve("SHA256SUMS");
    Files.deleteIfExists(sums);
    List<String> lines = new ArrayList<>();
    for (Path file : Folders.list(folder, name -> true)) {
      if (Files.isRegularFile(file)) {
        lines.add(sum(file) + "  " + file.getFileName());
      }
    }
    Files.write(sums, lines);
  }

  static String sum(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
      bytes.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new PackagingException("every Java machine knows SHA-256", e);
    }
  }
}
