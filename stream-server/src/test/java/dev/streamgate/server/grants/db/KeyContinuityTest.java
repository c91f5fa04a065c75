package dev.streamgate.server.grants.db;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.server.fixtures.OnEveryDatabase;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.foundation.Database;
import dev.streamgate.server.grants.KeyContinuity;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import java.util.Optional;
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

  private static SigningKeys only(SigningKey key) {
    return new SigningKeys(key, Optional.empty());
  }
}
