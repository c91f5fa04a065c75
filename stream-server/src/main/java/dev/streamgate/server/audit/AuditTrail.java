package dev.streamgate.server.audit;

/// Takes lines for the audit trail; inside a unit of work the line shares its fate.
public interface AuditTrail {
  void record(AuditEntry entry);
}
