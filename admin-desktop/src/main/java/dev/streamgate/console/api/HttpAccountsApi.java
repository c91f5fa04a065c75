package dev.streamgate.console.api;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffAccountResponse;
import java.util.List;

/// Staff accounts over HTTP (API §4.2).
public final class HttpAccountsApi implements AccountsApi {
  private static final String STAFF = "/api/admin/staff";
  private static final HttpServerCalls.Reader<StaffAccountResponse> ACCOUNT =
      HttpServerCalls.Reader.data(StaffAccountResponse.class);

  private final HttpServerCalls calls;

  public HttpAccountsApi(HttpServerCalls calls) {
    this.calls = calls;
  }

  @Override
  public Answer<List<StaffAccountResponse>> list() {
    return calls.get(STAFF, HttpServerCalls.Reader.list(StaffAccountResponse.class));
  }

  @Override
  public Answer<StaffAccountResponse> create(StaffAccountRequest account) {
    return calls.post(STAFF, account, ACCOUNT);
  }

  @Override
  public Answer<StaffAccountResponse> change(String id, StaffAccountChange change) {
    return calls.patch(path(id), change, ACCOUNT);
  }

  @Override
  public Answer<Done> endSignIns(String id) {
    return calls.delete(path(id) + "/sessions");
  }

  @Override
  public Answer<Done> delete(String id) {
    return calls.delete(path(id));
  }

  private static String path(String id) {
    return STAFF + "/" + Query.encoded(id);
  }
}
