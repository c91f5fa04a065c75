package dev.streamgate.console.shell;

import dev.streamgate.console.text.Catalogue;
import dev.streamgate.model.staff.StaffRole;
import java.util.Arrays;
import java.util.List;

/// A place the sidebar leads to, in the sidebar's order.
public enum Destination {
  DASHBOARD("navDashboard", "fth-home", Who.MANAGERS),
  EVENTS("navEvents", "fth-calendar", Who.MANAGERS),
  TICKETS("navTickets", "fth-tag", Who.MANAGERS),
  VIEWERS("navViewers", "fth-users", Who.MANAGERS),
  DOOR("navDoor", "fth-log-in", Who.ALL),
  DIAGNOSTICS("navDiagnostics", "fth-activity", Who.MANAGERS),
  EDGES("navEdges", "fth-server", Who.MANAGERS),
  AUDIT("navAudit", "fth-list", Who.MANAGERS),
  STAFF("navStaff", "fth-user-check", Who.OWNERS),
  SETTINGS("navSettings", "fth-settings", Who.MANAGERS);

  /// Who may go there (Spec, rules §11).
  private enum Who {
    OWNERS,
    MANAGERS,
    ALL
  }

  private final String nodeId;
  private final String icon;
  private final Who who;

  Destination(String nodeId, String icon, Who who) {
    this.nodeId = nodeId;
    this.icon = icon;
    this.who = who;
  }

  /// The stable id of its entry.
  public String nodeId() {
    return nodeId;
  }

  public String icon() {
    return icon;
  }

  public boolean isFor(StaffRole role) {
    return switch (who) {
      case OWNERS -> role == StaffRole.OWNER;
      case MANAGERS -> role != StaffRole.DOOR;
      case ALL -> true;
    };
  }

  /// The places of a role, in the sidebar's order.
  public static List<Destination> of(StaffRole role) {
    return Arrays.stream(values()).filter(place -> place.isFor(role)).toList();
  }

  public String label(Catalogue texts) {
    return switch (this) {
      case DASHBOARD -> texts.get("dashboard");
      case EVENTS -> texts.get("events");
      case TICKETS -> texts.get("tickets");
      case VIEWERS -> texts.get("viewers");
      case DOOR -> texts.get("door");
      case DIAGNOSTICS -> texts.get("diagnostics");
      case EDGES -> texts.get("edges");
      case AUDIT -> texts.get("audit");
      case STAFF -> texts.get("staff");
      case SETTINGS -> texts.get("settings");
    };
  }
}
