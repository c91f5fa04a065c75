package dev.streamgate.server.media.http;

import dev.streamgate.model.playback.PlaylistKinds;
import dev.streamgate.server.foundation.http1.Answer;
import dev.streamgate.server.foundation.http1.AnswerBody;
import dev.streamgate.server.foundation.http1.HeaderLine;
import dev.streamgate.server.media.HttpDate;
import dev.streamgate.server.media.PlaylistState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells a platform what an event's first media playlist is, in headers alone (Spec, amendments).
final class ProbeAnswer {
  private ProbeAnswer() {}

  static Answer of(Optional<PlaylistState> found) {
    List<HeaderLine> headers = new ArrayList<>();
    headers.add(new HeaderLine("Cache-Control", "no-store"));
    headers.add(
        new HeaderLine(
            PlaylistKinds.HEADER, found.map(ProbeAnswer::kind).orElse(PlaylistKinds.NONE)));
    found.ifPresent(state -> {
      headers.add(new HeaderLine("Last-Modified", HttpDate.format(state.lastModified())));
      headers.add(new HeaderLine("ETag", state.etag()));
    });
    return new Answer(200, headers, new AnswerBody.Bytes(new byte[0]));
  }

  private static String kind(PlaylistState state) {
    return switch (state.kind()) {
      case LIVE -> PlaylistKinds.LIVE;
      case RECORDING -> PlaylistKinds.RECORDING;
      case PARTIAL -> PlaylistKinds.NONE;
    };
  }
}
