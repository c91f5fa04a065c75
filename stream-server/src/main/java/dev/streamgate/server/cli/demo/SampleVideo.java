package dev.streamgate.server.cli.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The sample video inside the jar: a multivariant playlist, one folder per rendition.
final class SampleVideo {
  private static final String ROOT = "/sample/";
  private static final String PLAYLIST = "stream.m3u8";

  private SampleVideo() {}

  /// One rendition: its folder, and its segments in order.
  record Rendition(String folder, List<Segment> segments) {
    Rendition {
      segments = List.copyOf(segments);
    }
  }

  /// The renditions that the multivariant playlist names.
  static List<Rendition> renditions() throws IOException {
    return lines(PLAYLIST).stream()
        .filter(line -> !line.startsWith("#"))
        .map(uri -> uri.substring(0, uri.indexOf('/')))
        .map(SampleVideo::rendition)
        .toList();
  }

  /// Copies the whole recording into a folder.
  static void copyRecording(Path folder) throws IOException {
    copyVideo(folder);
    for (Rendition rendition : renditions()) {
      copy(rendition.folder() + "/" + PLAYLIST, folder);
    }
  }

  /// Copies everything but the renditions' own playlists, which a live stream writes itself.
  static void copyVideo(Path folder) throws IOException {
    for (Rendition rendition : renditions()) {
      for (Segment segment : rendition.segments()) {
        copy(rendition.folder() + "/" + segment.uri(), folder);
      }
    }
    copy(PLAYLIST, folder);
  }

  private static Rendition rendition(String folder) {
    try {
      return new Rendition(folder, Segment.listedIn(lines(folder + "/" + PLAYLIST)));
    } catch (IOException e) {
      throw new UncheckedIOException("reading the sample video", e);
    }
  }

  private static void copy(String name, Path folder) throws IOException {
    Path target = folder.resolve(name);
    Files.createDirectories(target.getParent());
    try (InputStream in = open(name)) {
      Files.copy(in, target);
    }
  }

  private static List<String> lines(String name) throws IOException {
    try (InputStream in = open(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank())
          .toList();
    }
  }

  private static InputStream open(String name) throws IOException {
    InputStream in = SampleVideo.class.getResourceAsStream(ROOT + name);
    if (in == null) {
      throw new FileNotFoundException("the sample video has no " + name);
    }
    return in;
  }
}
