package dev.streamgate.server.media.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// Small streams of every kind that the system's ffmpeg makes, as an organiser would.
final class SampleStreams {
  /// The folders that are filled, each with a `stream.m3u8`.
  static final List<String> FOLDERS =
      List.of("segments", "fragments", "ranges", "window", "renditions");

  private static final String VIDEO =
      "-c:v libx264 -preset ultrafast -pix_fmt yuv420p -g 10 -c:a aac -f hls -hls_time 1 ";
  private static final String RECORDING = "-hls_playlist_type vod ";

  private SampleStreams() {}

  static void makeIn(Path folder) throws IOException, InterruptedException {
    for (String name : FOLDERS) {
      Files.createDirectories(folder.resolve(name));
    }
    Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,000 --> 00:00:05,000\nHello\n");
    List<String> command = new ArrayList<>();
    add(
        command,
        "ffmpeg -v error -y -f lavfi -i testsrc=size=64x36:rate=10:duration=6"
            + " -f lavfi -i sine=duration=6 -i words.srt");
    add(command, "-map 0:v -map 1:a " + VIDEO + RECORDING + "segments/stream.m3u8");
    add(
        command,
        "-map 0:v -map 1:a " + VIDEO + RECORDING + "-hls_segment_type fmp4 fragments/stream.m3u8");
    add(
        command,
        "-map 0:v -map 1:a " + VIDEO + RECORDING + "-hls_flags single_file ranges/stream.m3u8");
    add(
        command,
        "-map 0:v -map 1:a "
            + VIDEO
            + "-hls_list_size 3"
            + " -hls_flags delete_segments+omit_endlist+program_date_time window/stream.m3u8");
    add(
        command,
        "-map 0:v -map 0:v -map 1:a -map 2:s -c:s webvtt -s:v:1 32x18 "
            + VIDEO
            + RECORDING
            + "-master_pl_name stream.m3u8 -var_stream_map");
    command.add("v:0,agroup:a,s:0,sgroup:subs v:1,agroup:a a:0,agroup:a,language:en,default:yes");
    command.add("renditions/%v/index.m3u8");
    run(command, folder);
  }

  private static void add(List<String> command, String words) {
    command.addAll(List.of(words.split(" ", -1)));
  }

  private static void run(List<String> command, Path folder)
      throws IOException, InterruptedException {
    Path output = folder.resolve("ffmpeg.log");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean ended = process.waitFor(2, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0).as(Files.readString(output)).isTrue();
  }
}
