package dev.streamgate.console.shell;

import dev.streamgate.console.text.Catalogue;

/// A place the sidebar leads to, in the sidebar's order.
public enum Destination {
  DASHBOARD("navDashboard", "fth-home"),
  EVENTS("navEvents", "fth-calendar"),
  TICKETS("navTickets", "fth-tag");

  private final String nodeId;
  private final String icon;

  Destination(String nodeId, String icon) {
    this.nodeId = nodeId;
    this.icon = icon;
  }

  /// The stable id of its entry.
  public String nodeId() {
    return nodeId;
  }

  public String icon() {
    return icon;
  }

  public String label(Catalogue texts) {
    return switch (this) {
      case DASHBOARD -> texts.get("dashboard");
      case EVENTS -> texts.get("events");
      case TICKETS -> texts.get("tickets");
    };
  }
}
