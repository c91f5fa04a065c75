package dev.streamgate.console.api;

import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffAccountResponse;
import java.util.List;

/// The accounts of the staff, for owners.
public interface AccountsApi {
  Answer<List<StaffAccountResponse>> list();

  Answer<StaffAccountResponse> create(StaffAccountRequest account);

  Answer<StaffAccountResponse> change(String id, StaffAccountChange change);

  Answer<Done> endSignIns(String id);

  Answer<Done> delete(String id);
}
