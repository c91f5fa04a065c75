package dev.streamgate.console.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.Desk;
import org.junit.jupiter.api.Test;

class ShortcutKeyTest {
  @Test
  void shortcutsAreWrittenAsTheKeyboardHasThem() {
    assertThat(on("Mac OS X").with("R")).isEqualTo("\u2318R");
    assertThat(on("Linux").with("R")).isEqualTo("Ctrl+R");
    assertThat(on("Windows 11").with("1 … 9")).isEqualTo("Ctrl+1 … 9");
  }

  private static ShortcutKey on(String system) {
    return ShortcutKey.on(system, Desk.texts(ShortcutKey.class));
  }
}
