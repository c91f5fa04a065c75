package dev.streamgate.server.grants.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.grants.KeyContinuity;
import dev.streamgate.server.grants.KeyContinuity.SignerMark;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class KeyContinuityTest {
  private static final SigningKey FIRST = SigningKey.of("the first secret");
  private static final SigningKey SECOND = SigningKey.of("the second secret");
  private static final SigningKey STRANGE = SigningKey.of("a secret of somebody else");

  private final Database database;
  private final KeyContinuity continuity;

  KeyContinuityTest(TestDatabase kind) {
    database = kind.open();
    continuity = new KeyContinuity(new JdbcSignerMark(database));
  }

  /// The mark in the database, read by one who then waits for the others to have read it too.
  private final class LateMark implements SignerMark {
    private final SignerMark mark = new JdbcSignerMark(database);
    private final CountDownLatch bothHaveRead;

    LateMark(CountDownLatch bothHaveRead) {
      this.bothHaveRead = bothHaveRead;
    }

    @Override
    public Optional<String> read() {
      Optional<String> read = mark.read();
      bothHaveRead.countDown();
      try {
        bothHaveRead.await();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted", e);
      }
      return read;
    }

    @Override
    public boolean replace(Optional<String> last, String keyId) {
      return mark.replace(last, keyId);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theFirstKeyAndTheSameKeyAgainMaySign() {
    assertThat(continuity.follow(only(FIRST))).isTrue();
    assertThat(continuity.follow(only(FIRST))).isTrue();
  }

  @Test
  void aKeyMayFollowTheOneThatStillVerifies() {
    continuity.follow(only(FIRST));

    assertThat(continuity.follow(new SigningKeys(SECOND, Optional.of(FIRST)))).isTrue();
    assertThat(continuity.follow(only(SECOND))).as("the old one has been dropped").isTrue();
  }

  @Test
  void keysThatTheDatabaseDoesNotKnowMayNotSign() {
    continuity.follow(only(FIRST));

    assertThat(continuity.follow(only(STRANGE))).isFalse();
    assertThat(continuity.follow(new SigningKeys(STRANGE, Optional.of(SECOND)))).isFalse();
    assertThat(continuity.follow(only(FIRST))).as("the refused ones left no mark").isTrue();
  }

  @Test
  void ofTwoThatComeAtOnceWithTheSameKeyBothMaySign()
      throws InterruptedException, ExecutionException {
    assertThat(followAtOnce(only(FIRST), only(FIRST))).containsExactly(true, true);
  }

  @Test
  void ofTwoThatComeAtOnceWithDifferentKeysOneMaySign()
      throws InterruptedException, ExecutionException {
    assertThat(followAtOnce(only(FIRST), only(STRANGE))).containsExactlyInAnyOrder(true, false);
  }

  @Test
  void ofTwoThatReplaceTheSameKeyAtOnceByDifferentOnesOneMaySign()
      throws InterruptedException, ExecutionException {
    continuity.follow(only(FIRST));

    assertThat(
            followAtOnce(
                new SigningKeys(SECOND, Optional.of(FIRST)),
                new SigningKeys(STRANGE, Optional.of(FIRST))))
        .containsExactlyInAnyOrder(true, false);
  }

  /// Both have read the mark before either writes it.
  private List<Boolean> followAtOnce(SigningKeys one, SigningKeys two)
      throws InterruptedException, ExecutionException {
    CountDownLatch bothHaveRead = new CountDownLatch(2);
    List<Boolean> allowed = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Boolean>> starts =
          List.of(
              () -> new KeyContinuity(new LateMark(bothHaveRead)).follow(one),
              () -> new KeyContinuity(new LateMark(bothHaveRead)).follow(two));
      for (Future<Boolean> start : threads.invokeAll(starts)) {
        allowed.add(start.get());
      }
    }
    return allowed;
  }

  private static SigningKeys only(SigningKey key) {
    return new SigningKeys(key, Optional.empty());
  }
}
