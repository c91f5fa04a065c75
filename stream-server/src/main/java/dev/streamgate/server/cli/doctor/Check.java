package dev.streamgate.server.cli.doctor;

import java.util.List;

/// Looks at one thing that has to be right for a server to run well. It changes nothing.
public interface Check {
  /// What it found; one finding, or one for each of several things of a kind.
  List<Finding> findings();
}
