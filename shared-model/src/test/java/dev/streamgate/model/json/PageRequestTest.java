package dev.streamgate.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRequestTest {
  @Test
  void whatIsMissingHasItsDefault() {
    assertThat(PageRequest.read(Optional.empty(), Optional.empty()))
        .contains(new PageRequest(1, 50));
  }

  @ParameterizedTest
  @CsvSource({"0,1", "-1,1", "1,0", "1,201", "x,1", "1,1.5", "'',1", "99999999999,1"})
  void whatIsOutOfBoundsIsNoPage(String page, String limit) {
    assertThat(PageRequest.read(Optional.of(page), Optional.of(limit))).isEmpty();
  }

  @Test
  void aPageKnowsItsPlace() {
    PageRequest third = new PageRequest(3, 50);

    assertThat(third.offset()).isEqualTo(100);
    assertThat(third.within(101)).isEqualTo(new Pagination(3, 50, 101, 3));
    assertThat(new PageRequest(10_000_000, 200).offset()).isEqualTo(1_999_999_800L);
    assertThat(PageRequest.read(Optional.of("2147483647"), Optional.of("200"))).isEmpty();
  }

  @Test
  void aPageThatIsNotFullTellsHowManyRowsThereAre() {
    assertThat(PageRequest.FIRST.total(0)).hasValue(0);
    assertThat(PageRequest.FIRST.total(49)).hasValue(49);
    assertThat(PageRequest.FIRST.total(50)).isEmpty();
    assertThat(new PageRequest(3, 20).total(7)).hasValue(47);
    assertThat(new PageRequest(3, 20).total(0)).isEmpty();
  }
}
