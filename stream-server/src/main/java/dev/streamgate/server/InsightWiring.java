package dev.streamgate.server;

import dev.streamgate.model.insight.OperatorWarning;
import dev.streamgate.server.audit.AuditLog;
import dev.streamgate.server.audit.AuditRetention;
import dev.streamgate.server.audit.db.JdbcAuditLog;
import dev.streamgate.server.audit.http.AuditLogRoutes;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.insight.Audience;
import dev.streamgate.server.insight.CaseFinder;
import dev.streamgate.server.insight.Dashboard;
import dev.streamgate.server.insight.DashboardNumbers;
import dev.streamgate.server.insight.Diagnostics;
import dev.streamgate.server.insight.MediaOrigins;
import dev.streamgate.server.insight.PreviewSight;
import dev.streamgate.server.insight.SessionFigures;
import dev.streamgate.server.insight.SilentStreams;
import dev.streamgate.server.insight.SupportChecks;
import dev.streamgate.server.insight.db.JdbcDashboardNumbers;
import dev.streamgate.server.insight.db.JdbcSessionFigures;
import dev.streamgate.server.insight.http.DashboardRoutes;
import dev.streamgate.server.insight.http.DiagnosticsRoutes;
import dev.streamgate.server.insight.http.SessionMeters;
import dev.streamgate.server.insight.http.StreamMeters;
import dev.streamgate.server.portal.ClientErrors;
import dev.streamgate.server.portal.http.ClientErrorRoutes;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/// What staff and operators find out: the numbers of the dashboard, the audit log, support's look
/// into one case, what viewers' pages report, and the figures about sessions.
final class InsightWiring {
  private static final int REPORTS_PER_MINUTE = 30;

  private final DashboardRoutes dashboardRoutes;
  private final AuditLogRoutes auditRoutes;
  private final DiagnosticsRoutes diagnosticsRoutes;
  private final ClientErrorRoutes clientErrorRoutes;
  private final AuditRetention retention;
  private final SessionMeters meters;
  private final StreamMeters streams;
  private final RateLimit reports;

  /// @param warnings what the operator should know of
  /// @param auditRetention how long rows of the audit trail are kept
  InsightWiring(
      Base base,
      ProgrammeWiring programme,
      ViewingWiring viewing,
      PreviewSight previews,
      Supplier<List<OperatorWarning>> warnings,
      Duration auditRetention) {
    Supplier<List<String>> sentences =
        () -> warnings.get().stream().map(OperatorWarning::text).toList();
    AuditLog log = new JdbcAuditLog(base.database);
    auditRoutes = new AuditLogRoutes(log);
    retention = new AuditRetention(log, auditRetention, base.clock);
    diagnosticsRoutes =
        new DiagnosticsRoutes(
            diagnostics(base, programme, viewing, previews, log, sentences), base.requesters);
    reports = new RateLimit(REPORTS_PER_MINUTE, Duration.ofMinutes(1), base.clock);
    clientErrorRoutes =
        new ClientErrorRoutes(
            new ClientErrors(type ->
                base.metrics
                    .registry()
                    .counter("streamgate.client.errors", "type", type)
                    .increment()),
            reports,
            base.origins);
    DashboardNumbers numbers = new JdbcDashboardNumbers(base.database, base.live);
    dashboardRoutes = new DashboardRoutes(new Dashboard(numbers, sentences, base.clock));
    streams =
        new StreamMeters(
            base.metrics,
            new SilentStreams(numbers, viewing.statuses, base.clock),
            System::nanoTime);
    SessionFigures figures = new JdbcSessionFigures(base.database, base.live);
    meters = new SessionMeters(base.metrics, figures, new Audience(figures, base.clock));
  }

  void register(RouteTable table) {
    dashboardRoutes.register(table);
    auditRoutes.register(table);
    diagnosticsRoutes.register(table);
    clientErrorRoutes.register(table);
  }

  void repeat(RepeatedTasks tasks) {
    tasks.every(Duration.ofSeconds(5), "timing sessions", meters::followEndings);
    tasks.every(Duration.ofSeconds(15), "looking for silent streams", streams::look);
    tasks.every(Duration.ofMinutes(1), "forgetting who reported errors", reports::forgetIdle);
    tasks.every(Duration.ofMinutes(10), "forgetting old audit rows", retention::tidy);
  }

  private static Diagnostics diagnostics(
      Base base,
      ProgrammeWiring programme,
      ViewingWiring viewing,
      PreviewSight previews,
      AuditLog log,
      Supplier<List<String>> warnings) {
    return new Diagnostics(
        new CaseFinder(base.examiner, programme.tickets, viewing.sessions, log),
        new SupportChecks(
            viewing.entitlements,
            viewing.attendance,
            previews,
            new MediaOrigins(
                base.config.media().allowedOrigins(),
                base.config.portal().mediaBaseUrl().isPresent()),
            base.clock),
        log,
        base.audit,
        warnings);
  }
}
