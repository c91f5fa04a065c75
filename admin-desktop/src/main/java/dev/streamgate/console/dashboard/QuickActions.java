package dev.streamgate.console.dashboard;

/// Where the quick actions lead.
public interface QuickActions {
  void createEvent();

  void generateTickets();
}
