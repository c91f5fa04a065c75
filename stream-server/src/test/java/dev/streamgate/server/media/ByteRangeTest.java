package dev.streamgate.server.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.media.ByteRange.Request.Part;
import dev.streamgate.server.media.ByteRange.Request.Unsatisfiable;
import dev.streamgate.server.media.ByteRange.Request.Whole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-0, 0, 0",
    "bytes=0-, 0, 99",
    "bytes=10-19, 10, 19",
    "bytes=10-99999999999999999999, 10, 99",
    "bytes=99-99, 99, 99",
    "bytes=-1, 99, 99",
    "bytes=-1000, 0, 99",
    "bytes=-99999999999999999999, 0, 99",
    "Bytes=1-2, 1, 2",
    "' bytes=1-2 ', 1, 2",
    "bytes=007-08, 7, 8",
  })
  void oneRangeIsAPart(String header, long first, long last) {
    assertThat(ByteRange.requested(header, 100)).isEqualTo(new Part(new ByteRange(first, last)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=99999999999999999999-"})
  void aRangeBeyondTheEndIsUnsatisfiable(String header) {
    assertThat(ByteRange.requested(header, 100)).isEqualTo(new Unsatisfiable());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=-",
        "bytes=5-4",
        "bytes=0-1,3-4",
        "bytes=0-1,",
        "bytes=a-b",
        "bytes=+1-2",
        "bytes= 1-2",
        "bytes=1 - 2",
        "bytes=1--2",
        "seconds=0-1",
        "bytes=٣-٤",
      })
  void anythingElseIsIgnored(String header) {
    assertThat(ByteRange.requested(header, 100)).isEqualTo(new Whole());
  }

  @Test
  void anEmptyFileHasNoParts() {
    assertThat(ByteRange.requested("bytes=0-", 0)).isEqualTo(new Unsatisfiable());
    assertThat(ByteRange.requested("bytes=-5", 0)).isEqualTo(new Whole());
  }
}
