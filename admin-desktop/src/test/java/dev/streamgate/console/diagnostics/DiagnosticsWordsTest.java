package dev.streamgate.console.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.screen.DeviceWords;
import dev.streamgate.console.stand.Desk;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.insight.DiagnosticsResponse.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DiagnosticsWordsTest {
  private final Desk desk = new Desk();
  private final DiagnosticsWords words =
      new DiagnosticsWords(
          Desk.texts(DiagnosticsWords.class),
          desk.formats,
          new DeviceWords(Desk.texts(DeviceWords.class)));

  @Test
  void whatNothingBelongsToIsAnsweredWithWhatCanBeChecked() {
    assertThat(words.sentence(answer(Kind.CODE, null)))
        .contains("code on a ticket", "session id", "playback token");
    assertThat(words.sentence(answer(Kind.CODE, "tkt-1"))).isEqualTo("There is no such ticket.");
    assertThat(words.sentence(answer(Kind.TOKEN, null))).isEqualTo("There is no such ticket.");
  }

  private static DiagnosticsResponse answer(Kind kind, @Nullable String ticket) {
    return new DiagnosticsResponse(
        kind, null, ticket, null, "unknown_subject", List.of(), List.of(), List.of());
  }
}
