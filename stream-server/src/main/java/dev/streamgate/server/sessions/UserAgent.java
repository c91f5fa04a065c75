package dev.streamgate.server.sessions;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a browser says of itself, in words staff know. Only the usual families are told apart.
public record UserAgent(Optional<String> browser, Optional<String> os) {
  /// A mark in the header and what it stands for. The order matters: most browsers also carry the
  /// marks of those they descend from.
  private record Mark(String text, String name) {}

  private static final List<Mark> BROWSERS =
      List.of(
          new Mark("Edg", "Edge"),
          new Mark("OPR/", "Opera"),
          new Mark("SamsungBrowser/", "Samsung Internet"),
          new Mark("Firefox/", "Firefox"),
          new Mark("FxiOS/", "Firefox"),
          new Mark("CriOS/", "Chrome"),
          new Mark("Chrome/", "Chrome"),
          new Mark("Safari/", "Safari"));
  private static final List<Mark> SYSTEMS =
      List.of(
          new Mark("iPhone", "iOS"),
          new Mark("iPad", "iPadOS"),
          new Mark("Android", "Android"),
          new Mark("Windows", "Windows"),
          new Mark("Mac OS X", "macOS"),
          new Mark("CrOS", "ChromeOS"),
          new Mark("Linux", "Linux"));

  /// Reads a `User-Agent` header (RFC 9110 §10.1.5).
  public static UserAgent of(@Nullable String header) {
    String text = header == null ? "" : header;
    return new UserAgent(first(BROWSERS, text), first(SYSTEMS, text));
  }

  private static Optional<String> first(List<Mark> marks, String header) {
    return marks.stream().filter(mark -> header.contains(mark.text())).map(Mark::name).findFirst();
  }
}
