package dev.streamgate.server.staff.http;

import dev.streamgate.model.json.Data;
import dev.streamgate.model.staff.StaffAccountResponse;
import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.staff.AccountEditor;
import dev.streamgate.server.staff.AccountOutcome;
import dev.streamgate.server.staff.Enrolment;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.StaffMember;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// The staff's accounts, for owners (API §4.2).
public final class AccountRoutes {
  private static final String STAFF = "/api/admin/staff";
  private static final String ACCOUNT = STAFF + "/{id}";

  private final Enrolment enrolment;
  private final AccountEditor editor;
  private final Requesters requesters;

  public AccountRoutes(Enrolment enrolment, AccountEditor editor, Requesters requesters) {
    this.enrolment = enrolment;
    this.editor = editor;
    this.requesters = requesters;
  }

  public void register(RouteTable routes) {
    routes
        .get(STAFF, Access.OWNERS, this::list)
        .post(STAFF, Access.OWNERS, this::create)
        .patch(ACCOUNT, Access.OWNERS, this::update)
        .delete(ACCOUNT, Access.OWNERS, this::delete)
        .delete(ACCOUNT + "/sessions", Access.OWNERS, this::endSignIns);
  }

  private void list(ServerRequest request, ServerResponse response) {
    JsonHttp.sendData(request, response, editor.all().stream().map(this::shown).toList());
  }

  private void create(ServerRequest request, ServerResponse response) {
    AccountOutcome outcome =
        enrolment.enrol(AccountRequests.account(request), requesters.staff(request));
    JsonHttp.send(request, response, Status.CREATED_201, new Data<>(shown(member(outcome))));
  }

  private void update(ServerRequest request, ServerResponse response) {
    AccountOutcome outcome =
        editor.update(
            AccountRequests.id(request),
            AccountRequests.change(request),
            requesters.staff(request));
    JsonHttp.sendData(request, response, shown(member(outcome)));
  }

  private void delete(ServerRequest request, ServerResponse response) {
    member(editor.delete(AccountRequests.id(request), requesters.staff(request)));
    JsonHttp.sendNothing(response);
  }

  private void endSignIns(ServerRequest request, ServerResponse response) {
    member(editor.endSignIns(AccountRequests.id(request), requesters.staff(request)));
    JsonHttp.sendNothing(response);
  }

  /// The account something was done with; if it was not done, the reason is thrown.
  private static StaffMember member(AccountOutcome outcome) {
    return switch (outcome) {
      case AccountOutcome.Done(StaffMember member) -> member;
      case AccountOutcome.Refused(var problems) -> throw AccountWords.refusal(problems);
      case AccountOutcome.NameTaken taken -> throw AccountWords.nameTaken();
      case AccountOutcome.Unknown unknown -> throw AccountWords.unknown();
      case AccountOutcome.LastOwner last -> throw AccountWords.lastOwner();
      case AccountOutcome.Fixed(var part) -> throw AccountWords.fixed(part);
    };
  }

  private StaffAccountResponse shown(StaffMember member) {
    StaffAccount account = member.account();
    return new StaffAccountResponse(
        account.id(),
        account.username(),
        account.role(),
        account.disabled(),
        account.mustChangePassword(),
        member.lastSignInAt(),
        member.createdAt(),
        editor.isFixed(account));
  }
}
