package dev.streamgate.server.staff.bcrypt;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BcryptPasswordsTest {
  private final BcryptPasswords passwords = new BcryptPasswords();

  @Test
  void aHashHasCostTwelveAndMatchesItsPasswordOnly() {
    String hash = passwords.hash("öffne dich, Sesam");

    assertThat(hash).startsWith("$2b$12$");
    assertThat(passwords.matches("öffne dich, Sesam", hash)).isTrue();
    assertThat(passwords.matches("öffne dich, sesam", hash)).isFalse();
  }

  /// Other programs write the same hash under other letters.
  @ParameterizedTest
  @ValueSource(strings = {"$2a$", "$2y$"})
  void aHashOfAnotherProgramMatches(String prefix) {
    String hash = prefix + passwords.hash("open sesame").substring(prefix.length());

    assertThat(passwords.matches("open sesame", hash)).isTrue();
    assertThat(passwords.matches("open says me", hash)).isFalse();
  }

  @Test
  void aPasswordThatNobodyCanHaveMatchesNothing() {
    String hash = passwords.hash("open sesame");

    assertThat(passwords.matches("x".repeat(10_000), hash)).isFalse();
    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.matches("open sesame\0", hash)).isFalse();
  }

  @Test
  void seventyTwoBytesAllCount() {
    String longest = "x".repeat(71);
    String hash = passwords.hash(longest + "y");

    assertThat(passwords.matches(longest + "y", hash)).isTrue();
    assertThat(passwords.matches(longest + "z", hash)).isFalse();
  }

  @Test
  void nobodysHashMatchesNothingAndTakesItsTime() {
    String hash = passwords.nobodysHash();

    assertThat(passwords.matches("", hash)).isFalse();
    assertThat(passwords.matches("open sesame", hash)).isFalse();
    assertThat(processorTime(hash)).isGreaterThan(processorTime(passwords.hash("open sesame")) / 3);
  }

  private long processorTime(String hash) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    assertThat(passwords.matches("open says me", hash)).isFalse();
    return threads.getCurrentThreadCpuTime() - before;
  }
}
