package dev.streamgate.console.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import dev.streamgate.console.stand.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class SupportNoteTest {
  private final Desk desk = new Desk();

  @Test
  void codesAndTokensAreMaskedAndIdsAreNot() {
    String id = "3f2b1c4d-aaaa-4bbb-8ccc-1234567890ab";
    SupportNote note =
        new SupportNote(
            desk.desktop.desktop().clipboard(),
            words ->
                List.of("refused 7K3M-9QWX-0014 for " + id + " eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl"),
            () -> Samples.NOW);
    note.copy("7k3m 9qwx 0014", desk.server.operation().diagnosis, "POST /api\nHTTP 200");
    assertThat(desk.desktop.clipboard())
        .contains("Query: ••••0014", "Cause: expired", "refused ••••0014 for " + id, "<token>")
        .doesNotContain("9QWX", "9qwx", "eyJ");
  }
}
