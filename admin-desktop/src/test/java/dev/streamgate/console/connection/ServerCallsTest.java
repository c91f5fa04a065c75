package dev.streamgate.console.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.stand.Desk;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import org.junit.jupiter.api.Test;

class ServerCallsTest {
  private static final ApiFailure AWAY = new ApiFailure.Unreachable("refused");

  private final Desk desk = new Desk();
  private final Deque<Answer<Integer>> answers = new ArrayDeque<>();

  private void ask() {
    desk.calls.ask(new SimpleBooleanProperty(), answers::remove, given -> {}, failure -> {});
  }

  @Test
  void aProxyThatAnswersForAServerStillDownDoesNotEndTheAttempts() {
    answers.addAll(
        List.of(
            Answer.failed(AWAY),
            Answer.failed(new ApiFailure.NotStreamGate()),
            Answer.failed(new ApiFailure.Broken("no answer at all")),
            Answer.of(1)));
    desk.connection.tryBy(this::ask);
    ask();
    desk.tasks.pass(Duration.ofSeconds(1 + 2));
    assertThat(desk.connection.onlineProperty().get()).isFalse();
    desk.tasks.pass(Duration.ofSeconds(5));
    assertThat(desk.connection.onlineProperty().get()).isTrue();
    assertThat(answers).isEmpty();
  }

  @Test
  void whileTheServerAnswersAForeignAnswerIsNoLoss() {
    answers.add(Answer.failed(new ApiFailure.NotStreamGate()));
    ask();
    assertThat(desk.connection.onlineProperty().get()).isTrue();
  }
}
