package dev.streamgate.console.stand;

import dev.streamgate.console.api.AccountsApi;
import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.Done;
import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffAccountResponse;
import java.util.List;
import java.util.Objects;

/// The staff accounts of the fake server.
record FakeAccounts(FakeServer server, List<StaffAccountResponse> accounts) implements AccountsApi {
  @Override
  public Answer<List<StaffAccountResponse>> list() {
    return server.answer("accounts", () -> Answer.of(List.copyOf(accounts)));
  }

  @Override
  public Answer<StaffAccountResponse> create(StaffAccountRequest account) {
    return server.answer(
        "createAccount",
        () -> {
          String name = Objects.requireNonNull(account.username());
          if (accounts.stream().anyMatch(known -> known.username().equals(name))) {
            return Answer.failed(new ApiFailure.Refused(409, "Username already exists"));
          }
          StaffAccountResponse made =
              Operations.account(name, Objects.requireNonNull(account.role()), false);
          accounts.add(made);
          return Answer.of(made);
        });
  }

  @Override
  public Answer<StaffAccountResponse> change(String id, StaffAccountChange change) {
    return server.answer(
        "changeAccount",
        () -> {
          for (int i = 0; i < accounts.size(); i++) {
            if (accounts.get(i).id().equals(id)) {
              accounts.set(i, Operations.with(accounts.get(i), change));
              return Answer.of(accounts.get(i));
            }
          }
          return Answer.failed(new ApiFailure.Refused(404, "Account not found"));
        });
  }

  @Override
  public Answer<Done> endSignIns(String id) {
    return server.answer("endSignIns", () -> Answer.of(Done.DONE));
  }

  @Override
  public Answer<Done> delete(String id) {
    return server.answer(
        "deleteAccount",
        () -> {
          accounts.removeIf(account -> account.id().equals(id));
          return Answer.of(Done.DONE);
        });
  }
}
