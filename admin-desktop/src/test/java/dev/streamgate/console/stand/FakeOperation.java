package dev.streamgate.console.stand;

import dev.streamgate.console.api.AccountsApi;
import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.AuditQuery;
import dev.streamgate.console.api.Done;
import dev.streamgate.console.api.EdgesApi;
import dev.streamgate.console.api.SettingsApi;
import dev.streamgate.console.api.SupportApi;
import dev.streamgate.model.changes.ChangeConfirmation;
import dev.streamgate.model.changes.EdgeResponse;
import dev.streamgate.model.insight.AuditLogEntry;
import dev.streamgate.model.insight.DiagnosticsResponse;
import dev.streamgate.model.json.Page;
import dev.streamgate.model.json.Pagination;
import dev.streamgate.model.staff.LockedAddressResponse;
import dev.streamgate.model.staff.SettingsRequest;
import dev.streamgate.model.staff.SettingsResponse;
import dev.streamgate.model.staff.StaffAccountResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Edges, support and settings of the fake server.
public final class FakeOperation implements EdgesApi, SupportApi, SettingsApi {
  public final List<EdgeResponse> edges = new ArrayList<>();
  public final List<AuditLogEntry> audit = new ArrayList<>();
  public final List<AuditQuery> auditQueries = new ArrayList<>();
  public final List<LockedAddressResponse> locked = new ArrayList<>();
  public final List<StaffAccountResponse> accounts = new ArrayList<>();
  public DiagnosticsResponse diagnosis = Operations.expiredToken();
  public SettingsResponse settings = Operations.settings();

  /// What becomes of a change: confirmed after so many milliseconds, or awaited while it is null.
  public @Nullable Long confirmedAfterMs = 800L;

  private final FakeServer server;
  private String settingsRefusal = "";

  FakeOperation(FakeServer server) {
    this.server = server;
  }

  /// From now on no change of the settings is taken.
  public void refusesSettings(String sentence) {
    settingsRefusal = sentence;
  }

  @Override
  public Answer<List<EdgeResponse>> list() {
    return server.answer("edges", () -> Answer.of(List.copyOf(edges)));
  }

  @Override
  public Answer<Done> remove(String edgeId) {
    return server.answer(
        "removeEdge",
        () -> {
          edges.removeIf(edge -> edge.id().equals(edgeId));
          return Answer.of(Done.DONE);
        });
  }

  @Override
  public Answer<ChangeConfirmation> confirmation(long seq) {
    return server.answer(
        "confirmation", () -> Answer.of(Operations.confirmation(seq, confirmedAfterMs)));
  }

  @Override
  public Answer<DiagnosticsResponse> diagnose(String query) {
    return server.answer("diagnose " + query, () -> Answer.of(diagnosis));
  }

  @Override
  public Answer<Page<AuditLogEntry>> audit(AuditQuery query) {
    auditQueries.add(query);
    return server.answer(
        "audit " + query.action() + query.ticketId(),
        () -> {
          List<AuditLogEntry> found =
              audit.stream()
                  .filter(row -> query.action().isEmpty() || query.action().equals(row.action()))
                  .filter(
                      row -> query.ticketId().isEmpty() || query.ticketId().equals(row.tokenId()))
                  .toList();
          return Answer.of(
              new Page<>(found, Pagination.of(query.page(), AuditQuery.PAGE_SIZE, found.size())));
        });
  }

  @Override
  public Answer<List<LockedAddressResponse>> lockedAddresses() {
    return server.answer("locked", () -> Answer.of(List.copyOf(locked)));
  }

  @Override
  public Answer<Done> unlock(String address) {
    return server.answer(
        "unlock",
        () -> {
          locked.removeIf(each -> each.address().equals(address));
          return Answer.of(Done.DONE);
        });
  }

  @Override
  public String lastExchange() {
    return "POST /api/admin/diagnostics" + System.lineSeparator() + "HTTP 200";
  }

  AccountsApi accountsApi() {
    return new FakeAccounts(server, accounts);
  }

  @Override
  public Answer<SettingsResponse> read() {
    return server.answer("settings", () -> Answer.of(settings));
  }

  @Override
  public Answer<SettingsResponse> change(SettingsRequest change) {
    return server.answer(
        "changeSettings",
        () -> {
          if (!settingsRefusal.isEmpty()) {
            return Answer.failed(new ApiFailure.Refused(400, settingsRefusal));
          }
          settings = Operations.with(settings, change);
          return Answer.of(settings);
        });
  }

  @Override
  public Answer<Path> backup(Path file, LongConsumer received) {
    return server.answer(
        "backup",
        () -> {
          received.accept(3_400_000);
          return Answer.of(file);
        });
  }
}
