package dev.streamgate.model.json;

import org.jspecify.annotations.Nullable;

/// A text that should have been JSON of a certain shape is not.
public final class MalformedJsonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MalformedJsonException(String doing, @Nullable Throwable cause) {
    super(doing, cause);
  }
}
