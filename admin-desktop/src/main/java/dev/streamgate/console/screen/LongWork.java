package dev.streamgate.console.screen;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.console.connection.StatusLine;
import dev.streamgate.console.task.TaskRunner;
import dev.streamgate.console.task.TaskRunner.Running;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Work that takes its time, each with a name, its progress and a way to give it up.
public final class LongWork {
  private static final Logger LOG = System.getLogger(LongWork.class.getName());

  private final ServerCalls calls;
  private final TaskRunner tasks;
  private final StatusLine status;
  private final FailureTexts failures;
  private final ObservableList<Job> jobs = FXCollections.observableArrayList();

  public LongWork(ServerCalls calls, TaskRunner tasks, StatusLine status, FailureTexts failures) {
    this.calls = calls;
    this.tasks = tasks;
    this.status = status;
    this.failures = failures;
  }

  /// What is under way.
  public ObservableList<Job> jobs() {
    return jobs;
  }

  /// How far it is, from 0 to 1 or negative if nobody knows, with a word about it; may be called
  /// from any thread.
  public interface Progress {
    void at(double share, String detail);
  }

  /// What comes of the work: its value, its failure, or — after it was given up — a look at what
  /// the server has made of it.
  public record Ends<T>(Consumer<T> given, Consumer<ApiFailure> failed, Runnable reload) {}

  /// Does the work. A failure that `ends` does not tell is told in the status line.
  public <T> Job begin(String name, Function<Progress, Answer<T>> work, Ends<T> ends) {
    Job job = new Job(name);
    jobs.add(job);
    Progress progress = (share, detail) -> tasks.soon(() -> job.at(share, detail));
    Running running =
        calls.ask(
            job.busy,
            () -> work.apply(progress),
            given -> {
              jobs.remove(job);
              ends.given().accept(given);
            },
            failure -> {
              jobs.remove(job);
              ends.failed().accept(failure);
            });
    job.whenCancelled =
        () -> {
          running.cancel();
          jobs.remove(job);
          status.warn(failures.texts().get("mayHaveFinished"));
          ends.reload().run();
        };
    return job;
  }

  /// Does work that has nothing to do with the server; given up, it is forgotten.
  public <T> Job beginHere(String name, Function<Progress, T> work, Consumer<T> done) {
    Job job = new Job(name);
    jobs.add(job);
    Progress progress = (share, detail) -> tasks.soon(() -> job.at(share, detail));
    Running running =
        tasks.run(
            () -> work.apply(progress),
            result -> {
              jobs.remove(job);
              done.accept(result);
            },
            defect -> {
              jobs.remove(job);
              LOG.log(Level.ERROR, name, defect);
              status.warn(failures.texts().get("workFailed", name));
            });
    job.whenCancelled =
        () -> {
          running.cancel();
          jobs.remove(job);
        };
    return job;
  }

  /// Tells a failure in the status line.
  public void warn(ApiFailure failure) {
    status.warn(failures.of(failure));
  }

  /// One piece of work under way.
  public static final class Job {
    private final String name;
    private final ReadOnlyDoubleWrapper share = new ReadOnlyDoubleWrapper(-1);
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private Runnable whenCancelled = () -> {};

    Job(String name) {
      this.name = name;
    }

    public String name() {
      return name;
    }

    /// From 0 to 1; negative if it is not known.
    public ReadOnlyDoubleProperty shareProperty() {
      return share.getReadOnlyProperty();
    }

    public ReadOnlyStringProperty detailProperty() {
      return detail.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
      return busy;
    }

    /// Gives it up here; what the server does with it is not known.
    public void cancel() {
      whenCancelled.run();
    }

    private void at(double newShare, String newDetail) {
      share.set(newShare);
      detail.set(newDetail);
    }
  }
}
