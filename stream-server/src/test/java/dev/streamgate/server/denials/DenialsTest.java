package dev.streamgate.server.denials;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class DenialsTest {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final String CODE = "Ab3kF9mNx2Qp";
  private static final String HASH = "d84d0d0484233006e80569743f24510a";

  private final Denials denials = new Denials();

  @Test
  void aRevokedCodeIsRefusedByNameAndByHash() {
    denials.refuseSubject(CODE, NOON);

    assertThat(denials.isSubjectRefused(CODE)).isTrue();
    assertThat(denials.isSubjectRefused(HASH)).isTrue();
    assertThat(denials.isSubjectRefused("other")).isFalse();
    assertThat(denials.revocationCount()).isEqualTo(1);
  }

  @Test
  void aReinstatedCodeIsAllowedByNameAndByHash() {
    denials.refuseSubject(CODE, NOON);
    denials.allowSubject(CODE);

    assertThat(denials.isSubjectRefused(CODE)).isFalse();
    assertThat(denials.isSubjectRefused(HASH)).isFalse();
    assertThat(denials.revocationCount()).isZero();
  }

  @Test
  void reactivatingAnEventLeavesItsRevokedCodesRefused() {
    denials.refuseSubject(CODE, NOON);
    denials.refuseEvent("evt-1");
    denials.allowEvent("evt-1");

    assertThat(denials.isEventRefused("evt-1")).isFalse();
    assertThat(denials.isSubjectRefused(CODE)).isTrue();
  }

  @Test
  void aDeletedEventIsMoreThanAnInactiveOne() {
    denials.refuseEvent("inactive");
    denials.deleteEvent("deleted");

    assertThat(denials.isEventDeleted("inactive")).isFalse();
    assertThat(denials.isEventDeleted("deleted")).isTrue();
    assertThat(denials.isEventRefused("deleted")).isTrue();
  }

  @Test
  void aSessionIsNoCodeAndNoEvent() {
    denials.endSession("x", NOON);

    assertThat(denials.isSessionEnded("x")).isTrue();
    assertThat(denials.isSubjectRefused("x")).isFalse();
    assertThat(denials.isEventRefused("x")).isFalse();
    assertThat(denials.revocationCount()).isZero();
  }

  @Test
  void oldCodesAndSessionsAreForgottenButEventsAreNot() {
    denials.refuseSubject(CODE, NOON);
    denials.endSession("sid", NOON);
    denials.refuseEvent("evt-1");
    denials.refuseSubject("newer", NOON.plusSeconds(1));

    denials.evictOlderThan(NOON.plusSeconds(1));

    assertThat(denials.isSubjectRefused(CODE)).isFalse();
    assertThat(denials.isSubjectRefused(HASH)).isFalse();
    assertThat(denials.isSessionEnded("sid")).isFalse();
    assertThat(denials.isEventRefused("evt-1")).isTrue();
    assertThat(denials.isSubjectRefused("newer")).isTrue();
  }

  @Test
  void aCodeRefusedAnewIsRememberedFromThenOn() {
    denials.refuseSubject(CODE, NOON);
    denials.refuseSubject(CODE, NOON.plusSeconds(10));

    denials.evictOlderThan(NOON.plusSeconds(5));

    assertThat(denials.isSubjectRefused(CODE)).isTrue();
    assertThat(denials.isSubjectRefused(HASH)).isTrue();
  }

  @Test
  void becomesWhatWasGatheredElsewhere() {
    denials.refuseSubject("KNOWNBEFORE1", NOON);
    denials.deleteEvent("evt-before");
    denials.endSession("sid-before", NOON);
    Denials gathered = new Denials();
    gathered.refuseSubject(CODE, NOON);
    gathered.refuseEvent("evt-1");
    gathered.endSession("sid-1", NOON);

    denials.become(gathered.refused());

    assertThat(denials.refused()).isEqualTo(gathered.refused());
    assertThat(denials.isSubjectRefused(HASH)).isTrue();
    assertThat(denials.isSubjectRefused("KNOWNBEFORE1")).isFalse();
    assertThat(denials.isEventDeleted("evt-before")).isFalse();
  }
}
