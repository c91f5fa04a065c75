package dev.streamgate.server.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A part of a file, from its first to its last byte, both included (RFC 9110 §14).
public record ByteRange(long first, long last) {
  private static final Pattern ONE_RANGE =
      Pattern.compile("bytes=(\\d*)-(\\d*)", Pattern.CASE_INSENSITIVE);

  public ByteRange {
    if (first < 0 || last < first) {
      throw new IllegalArgumentException("a range has at least one byte");
    }
  }

  /// What a `Range` header asks of a file.
  public sealed interface Request {
    /// Everything: nothing was asked, or something we need not understand — another unit, several
    /// ranges, a broken header (RFC 9110 §14.2 lets a server ignore them).
    record Whole() implements Request {}

    /// One part of it.
    record Part(ByteRange range) implements Request {}

    /// A part that lies wholly beyond its end.
    record Unsatisfiable() implements Request {}
  }

  /// Reads a `Range` header for a file of a size in bytes.
  public static Request requested(String header, long size) {
    Matcher range = ONE_RANGE.matcher(header.strip());
    if (!range.matches()) {
      return new Request.Whole();
    }
    String first = range.group(1);
    String last = range.group(2);
    if (first.isEmpty()) {
      return last.isEmpty() ? new Request.Whole() : lastBytes(number(last), size);
    }
    return between(number(first), last.isEmpty() ? Long.MAX_VALUE : number(last), size);
  }

  public long length() {
    return last - first + 1;
  }

  /// The value of the header `Content-Range` (RFC 9110 §14.4).
  public String contentRange(long size) {
    return "bytes " + first + "-" + last + "/" + size;
  }

  private static Request between(long first, long last, long size) {
    if (last < first) {
      return new Request.Whole();
    }
    return first >= size
        ? new Request.Unsatisfiable()
        : new Request.Part(new ByteRange(first, Math.min(last, size - 1)));
  }

  private static Request lastBytes(long count, long size) {
    if (count == 0) {
      return new Request.Unsatisfiable();
    }
    // Of an empty file the last bytes are all there is, and no range could say so.
    return size == 0
        ? new Request.Whole()
        : new Request.Part(new ByteRange(Math.max(0, size - count), size - 1));
  }

  /// A position beyond what a long holds is beyond the end of every file.
  private static long number(String digits) {
    return parse(digits).orElse(Long.MAX_VALUE);
  }

  private static Optional<Long> parse(String digits) {
    try {
      return Optional.of(Long.parseLong(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
