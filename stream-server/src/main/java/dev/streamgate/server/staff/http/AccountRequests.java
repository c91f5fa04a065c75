package dev.streamgate.server.staff.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.JsonFields;
import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.staff.AccountProblem;
import io.helidon.webserver.http.ServerRequest;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Reads what owners send for accounts.
final class AccountRequests {
  private AccountRequests() {}

  /// The account that the path names.
  static String id(ServerRequest request) {
    return request.path().pathParameters().get("id");
  }

  /// A new account, of which anything may be missing.
  ///
  /// @throws Problem 400 naming the first field of a wrong type
  static StaffAccountRequest account(ServerRequest request) {
    JsonFields fields = new JsonFields(JsonHttp.read(request, JsonNode.class));
    return new StaffAccountRequest(
        fields.text("username", refusing(AccountProblem.USERNAME)).orElse(null),
        password(fields),
        role(fields));
  }

  /// The fields of an account to change.
  ///
  /// @throws Problem 400 naming the first field of a wrong type
  static StaffAccountChange change(ServerRequest request) {
    JsonFields fields = new JsonFields(JsonHttp.read(request, JsonNode.class));
    return new StaffAccountChange(
        role(fields),
        fields.flag("disabled", refusing(AccountProblem.DISABLED)).orElse(null),
        password(fields));
  }

  private static @Nullable String password(JsonFields fields) {
    return fields.text("password", refusing(AccountProblem.PASSWORD_MISSING)).orElse(null);
  }

  private static @Nullable StaffRole role(JsonFields fields) {
    return fields.choice("role", StaffRole.class, refusing(AccountProblem.ROLE)).orElse(null);
  }

  private static Supplier<RuntimeException> refusing(AccountProblem problem) {
    return () -> AccountWords.refusal(List.of(problem));
  }
}
