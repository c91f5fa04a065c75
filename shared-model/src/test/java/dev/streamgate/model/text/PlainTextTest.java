package dev.streamgate.model.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTest {
  @Test
  void aLineHasNoControlCharactersAndNoBlanksAroundIt() {
    assertThat(PlainText.line("\u0000 Ga\u0007la\n\u0085 ")).isEqualTo("Gala");
  }

  @Test
  void paragraphsKeepTheirBreaks() {
    assertThat(PlainText.paragraphs("\none\r\n\ttwo\u001b\n")).isEqualTo("one\n\ttwo");
  }

  @Test
  void halvesOfSurrogatePairsAreDroppedAndWholeOnesKept() {
    assertThat(PlainText.line("a\ud83db💡")).isEqualTo("ab💡");
  }
}
