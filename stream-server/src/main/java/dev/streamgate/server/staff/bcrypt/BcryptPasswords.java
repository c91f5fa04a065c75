package dev.streamgate.server.staff.bcrypt;

import com.password4j.BcryptFunction;
import com.password4j.types.Bcrypt;
import dev.streamgate.server.staff.PasswordHasher;

/// Passwords by bcrypt at cost 12, which reads at most 72 bytes. Thread-safe.
public final class BcryptPasswords implements PasswordHasher {
  private static final int COST = 12;

  private final BcryptFunction function = BcryptFunction.getInstance(Bcrypt.B, COST);

  @Override
  public String hash(String password) {
    return function.hash(password).getResult();
  }

  @Override
  public boolean matches(String password, String hash) {
    return function.check(password, hash);
  }
}
