package dev.streamgate.server.contract;

import dev.streamgate.server.contract.Case.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The cases of one operation, written down one after the other.
final class Cases {
  private final String operation;
  private final Step always;
  private final List<Case> cases = new ArrayList<>();

  private Cases(String operation, Step always) {
    this.operation = operation;
    this.always = always;
  }

  static Cases of(String operation) {
    return of(operation, (it, stage) -> it);
  }

  /// @param always what every case begins with
  static Cases of(String operation, Step always) {
    return new Cases(operation, always);
  }

  static Cases asManager(String operation) {
    return of(operation, (it, stage) -> it.bearer(stage.manager()).deliberately());
  }

  static Cases withKey(String operation) {
    return of(operation, (it, stage) -> it.key());
  }

  Cases good(int status) {
    return good(status, (it, stage) -> it);
  }

  Cases good(int status, Step step) {
    return add(status, "", step);
  }

  Cases refused(int status, String error, Step step) {
    return add(status, error, step);
  }

  Stream<Case> stream() {
    return cases.stream();
  }

  private Cases add(int status, String error, Step step) {
    cases.add(new Case(operation, status, error, always.then(step)));
    return this;
  }
}
