package dev.streamgate.server.staff.bcrypt;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import dev.streamgate.server.staff.PasswordHasher;

/// Passwords by bcrypt at cost 12, which reads at most 72 bytes. Thread-safe.
public final class BcryptPasswords implements PasswordHasher {
  private static final int COST = 12;

  /// Salt and result of zeros, in bcrypt's own base 64. Nobody can find what hashes to it, and it
  /// need not be computed while a server starts.
  private static final String NOBODYS = "$2b$" + COST + "$" + ".".repeat(53);

  private final BcryptFunction function = BcryptFunction.getInstance(Bcrypt.B, COST);

  @Override
  public String hash(String password) {
    return function.hash(password).getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    return function.check(password, hash);
  }

  @Override
  public String nobodysHash() {
    return NOBODYS;
  }
}
