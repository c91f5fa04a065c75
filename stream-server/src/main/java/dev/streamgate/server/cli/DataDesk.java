package dev.streamgate.server.cli;

import dev.streamgate.model.operation.CreatedEvent;
import dev.streamgate.model.operation.EventOrder;
import dev.streamgate.model.operation.Inspection;
import dev.streamgate.model.operation.SampleEvents;
import java.io.IOException;
import java.io.OutputStream;

/// Does jobs with a server's data: the server itself, if one runs, or else the opened database.
public interface DataDesk extends AutoCloseable {
  /// Makes an event and its tickets, or nothing.
  CreatedEvent order(EventOrder order)
      throws IOException, InterruptedException, JobRefusedException;

  /// Loads the sample events in the place of those that were loaded before.
  SampleEvents loadSamples() throws IOException, InterruptedException, JobRefusedException;

  /// Writes a backup and leaves the stream open.
  ///
  /// @param secrets whether it holds the file of secrets and staff sign-ins as well
  void backUp(boolean secrets, OutputStream out)
      throws IOException, InterruptedException, JobRefusedException;

  /// Looks at the data without changing it.
  Inspection inspect() throws IOException, InterruptedException, JobRefusedException;

  @Override
  void close();
}
