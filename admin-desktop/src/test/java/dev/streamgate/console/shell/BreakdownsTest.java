package dev.streamgate.console.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.stand.FakeDialogs;
import dev.streamgate.console.text.Catalogue;
import dev.streamgate.console.text.Catalogues;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakdownsTest {
  private final Breakdowns breakdowns = new Breakdowns();
  private final FakeDialogs dialogs = new FakeDialogs();
  private final List<String> copied = new ArrayList<>();
  private final Catalogue texts = Catalogues.in("en").of(ShellViewModel.class);

  @Test
  void aBreakdownIsToldInPlainWords() {
    dialogs.declines();
    happened(new IllegalStateException("PrismTextLayout index -71"));
    assertThat(dialogs.asked())
        .singleElement()
        .satisfies(question -> {
          assertThat(question.text()).contains("What you typed is kept");
          assertThat(question.text()).doesNotContain("Prism").doesNotContain("Exception");
        });
    assertThat(copied).isEmpty();
  }

  @Test
  void whatRepeatsItselfIsToldOnce() {
    for (int frame = 0; frame < 60; frame++) {
      happened(new IllegalStateException("frame " + frame));
    }
    assertThat(dialogs.asked()).hasSize(1);
  }

  @Test
  void anotherBreakdownIsToldAgain() {
    happened(new IllegalStateException("one"));
    happened(new IllegalArgumentException("two"));
    assertThat(dialogs.asked()).hasSize(2);
  }

  @Test
  void theDetailsCanBeCopiedForSupport() {
    happened(new IllegalStateException("index -71"));
    assertThat(copied)
        .singleElement()
        .satisfies(text -> assertThat(text).contains("index -71").contains("BreakdownsTest"));
  }

  private void happened(RuntimeException failure) {
    breakdowns.happened(failure, dialogs, copied::add, texts);
  }
}
