package dev.streamgate.console.api;

import java.util.function.Function;

/// What came of asking the server: the value asked for, or the reason there is none.
public sealed interface Answer<T> {
  /// The server did what it was asked.
  record Given<T>(T value) implements Answer<T> {}

  /// The server did not, or was never reached.
  record Failed<T>(ApiFailure failure) implements Answer<T> {}

  static <T> Answer<T> of(T value) {
    return new Given<>(value);
  }

  static <T> Answer<T> failed(ApiFailure failure) {
    return new Failed<>(failure);
  }

  /// The next question, asked only if this one was answered.
  default <R> Answer<R> then(Function<T, Answer<R>> next) {
    return switch (this) {
      case Given<T>(T value) -> next.apply(value);
      case Failed<T>(ApiFailure failure) -> failed(failure);
    };
  }

  default <R> Answer<R> map(Function<T, R> change) {
    return then(value -> of(change.apply(value)));
  }
}
