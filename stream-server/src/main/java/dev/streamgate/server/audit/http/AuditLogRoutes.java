package dev.streamgate.server.audit.http;

import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.PageRequest;
import dev.streamgate.server.audit.AuditFilter;
import dev.streamgate.server.audit.AuditLog;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.List;

/// The audit trail for staff (API §4.5).
public final class AuditLogRoutes {
  /// How many rows beyond the page are counted; whoever pages on sees the total grow.
  static final int COUNTED_AHEAD = 10_000;

  private final AuditLog log;

  public AuditLogRoutes(AuditLog log) {
    this.log = log;
  }

  public void register(RouteTable routes) {
    routes.get("/api/admin/audit-log", Access.MANAGERS, this::list);
  }

  private void list(ServerRequest request, ServerResponse response) {
    AuditQuery query = new AuditQuery(request);
    AuditFilter filter = query.filter();
    PageRequest page = query.page();
    List<AuditLogEntry> rows = log.page(filter, page);
    long total =
        page.total(rows.size())
            .orElseGet(() -> log.count(filter, page.offset() + page.limit() + COUNTED_AHEAD));
    JsonHttp.send(request, response, new Page<>(rows, page.within(total)));
  }
}
