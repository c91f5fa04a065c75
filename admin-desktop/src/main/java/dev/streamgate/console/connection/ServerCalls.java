package dev.streamgate.console.connection;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;

/// The one way a screen asks the server: off the UI thread, with a busy flag that falls in every
/// case, and with what every screen has in common — a lost connection, an ended sign-in — told to
/// the window.
public final class ServerCalls {
  private static final Logger LOG = System.getLogger(ServerCalls.class.getName());

  private final TaskRunner tasks;
  private final ConnectionWatch connection;
  private Runnable signInEnded = () -> {};

  public ServerCalls(TaskRunner tasks, ConnectionWatch connection) {
    this.tasks = tasks;
    this.connection = connection;
  }

  /// What the window does when the sign-in turns out to be over.
  public void onSignInEnded(Runnable action) {
    signInEnded = action;
  }

  /// Ends the sign-in here, as the server has ended it.
  public void endSignIn() {
    signInEnded.run();
  }

  /// Whether asking makes sense, and writing is allowed.
  public ConnectionWatch connection() {
    return connection;
  }

  /// Asks, and hands over either the value or the failure.
  public <T> Running ask(
      BooleanProperty busy,
      Supplier<Answer<T>> question,
      Consumer<T> given,
      Consumer<ApiFailure> failed) {
    busy.set(true);
    Running running =
        tasks.run(
            question,
            answer -> {
              busy.set(false);
              take(answer, given, failed);
            },
            defect -> {
              busy.set(false);
              LOG.log(Level.ERROR, "asking the server", defect);
              take(Answer.failed(new ApiFailure.Broken(defect.toString())), given, failed);
            });
    return () -> {
      running.cancel();
      busy.set(false);
    };
  }

  private <T> void take(Answer<T> answer, Consumer<T> given, Consumer<ApiFailure> failed) {
    switch (answer) {
      case Answer.Given<T>(T value) -> {
        connection.answered();
        given.accept(value);
      }
      case Answer.Failed<T>(ApiFailure failure) -> {
        notice(failure);
        failed.accept(failure);
      }
    }
  }

  private void notice(ApiFailure failure) {
    switch (failure) {
      case ApiFailure.Unreachable _ -> connection.lost();
      case ApiFailure.SignInEnded _ -> {
        connection.answered();
        signInEnded.run();
      }
      case ApiFailure.Refused _ -> connection.answered();
      case ApiFailure.NotStreamGate _, ApiFailure.Broken _ -> connection.answeredByAnother();
    }
  }
}
