package dev.streamgate.server.changes.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerEventsTest {
  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void commentsAndEventsAreFoundWhateverEndsTheLines(String end) throws IOException {
    String stream =
        String.join(
            end, ": hello", "", "event: change", "id: 7", "data: {\"a\":1}", "", ": nothing", "");

    assertThat(found(stream, stream.length()))
        .containsExactly(Optional.empty(), Optional.of("{\"a\":1}"), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7})
  void itDoesNotMatterWhereTheNetworkCuts(int size) throws IOException {
    assertThat(found("data: grün\r\n\r\n: x\r\n", size))
        .containsExactly(Optional.of("grün"), Optional.empty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: one\ndata: two\n\n", "data:one\ndata:two\n\n"})
  void dataMayHaveSeveralLines(String stream) throws IOException {
    assertThat(found(stream, 4)).containsExactly(Optional.of("one\ntwo"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"data: unfinished\n", "event: change\nid: 1\n\n", ""})
  void whatIsNotCompleteIsNoEvent(String stream) throws IOException {
    assertThat(found(stream, 5)).isEmpty();
  }

  private static List<Optional<String>> found(String stream, int size) throws IOException {
    ServerEvents events = new ServerEvents();
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    for (int start = 0; start < bytes.length; start += size) {
      int end = Math.min(bytes.length, start + size);
      events.add(Arrays.copyOfRange(bytes, start, end));
    }
    return List.copyOf(events.found());
  }
}
