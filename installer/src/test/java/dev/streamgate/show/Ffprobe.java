package dev.streamgate.show;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A player that is no browser: it reads a stream and says what is in it.
final class Ffprobe {
  private Ffprobe() {}

  /// What ffprobe prints: the codecs it found, or why it found none.
  ///
  /// @param headers lines to send along, without their ends
  static String read(String address, List<String> headers) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "ffprobe", "-v", "error", "-show_entries", "stream=codec_name", "-of", "csv=p=0"));
    if (!headers.isEmpty()) {
      command.add("-headers");
      command.add(String.join("\r\n", headers) + "\r\n");
    }
    command.add(address);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
