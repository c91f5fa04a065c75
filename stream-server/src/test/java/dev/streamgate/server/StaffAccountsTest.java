package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.streamgate.model.json.WireJson;
import dev.streamgate.model.staff.PasswordChangeRequest;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.StaffAccountChange;
import dev.streamgate.model.staff.StaffAccountRequest;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Owners and the accounts of the staff, through the wired server.
class StaffAccountsTest {
  private static final String STAFF = "/api/admin/staff";
  private static final String EVENTS = "/api/admin/events";
  private static final String PASSWORD = "given by the owner";
  private static final String CONFIGURED = "from the configuration";

  private RunningServer server;
  private String owner;

  @BeforeEach
  void start(@TempDir Path folder) {
    server =
        RunningServer.start(
            folder, Map.of("ADMIN_PASSWORD_HASH", new BcryptPasswords().hash(CONFIGURED)));
    owner = server.tokenOf(StaffRole.OWNER);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aNewAccountSignsInChangesItsPasswordAndThenDoesWhatItsRoleMay() {
    HttpResponse<String> created = create("Anna", StaffRole.MANAGER);

    assertThat(created.statusCode()).isEqualTo(201);
    JsonNode account = data(created);
    assertThat(account.toString()).doesNotContain("password\"", "$2b$");
    assertThat(account.path("username").asText()).isEqualTo("anna");
    assertThat(account.path("mustChangePassword").asBoolean()).isTrue();
    String token = signIn("anna", PASSWORD);
    assertThat(server.get(EVENTS, token).statusCode()).isEqualTo(403);
    server.post(
        "/api/admin/password", token, new PasswordChangeRequest(PASSWORD, "my own password"));
    String again = signIn("anna", "my own password");
    assertThat(server.get(EVENTS, again).statusCode()).isEqualTo(200);
    assertThat(server.get(STAFF, again).statusCode()).isEqualTo(403);
  }

  @Test
  void theListShowsEveryAccountWithoutItsPassword() {
    create("anna", StaffRole.DOOR);

    HttpResponse<String> list = server.get(STAFF, owner);

    assertThat(data(list).findValuesAsText("username"))
        .containsExactly("admin", "anna", "test-owner");
    assertThat(data(list).findValuesAsText("fixed")).containsExactly("true", "false", "false");
    assertThat(data(list).get(1).path("lastLoginAt").isNull()).isTrue();
    assertThat(data(list).get(2).path("lastLoginAt").asText()).endsWith("Z");
    assertThat(list.body()).doesNotContain("$2b$", "passwordHash");
  }

  @Test
  void endingTheSignInsOfAnAccountStopsCookieAndBearerToken() {
    String id = data(create("anna", StaffRole.DOOR)).path("id").asText();
    String bearer = signIn("anna", PASSWORD);
    String cookie = signIn("anna", PASSWORD);
    assertThat(session(bearer)).isTrue();
    assertThat(sessionByCookie(cookie)).isTrue();

    assertThat(delete(STAFF + "/" + id + "/sessions").statusCode()).isEqualTo(204);

    assertThat(session(bearer)).isFalse();
    assertThat(sessionByCookie(cookie)).isFalse();
  }

  @Test
  void anAccountIsChangedDisabledAndDeleted() {
    String id = data(create("anna", StaffRole.DOOR)).path("id").asText();
    String token = signIn("anna", PASSWORD);

    HttpResponse<String> changed =
        change(id, new StaffAccountChange(StaffRole.MANAGER, true, null));

    assertThat(changed.statusCode()).isEqualTo(200);
    assertThat(data(changed).path("role").asText()).isEqualTo("manager");
    assertThat(data(changed).path("disabled").asBoolean()).isTrue();
    assertThat(session(token)).isFalse();
    assertThat(login("anna", PASSWORD).statusCode()).isEqualTo(401);
    assertThat(delete(STAFF + "/" + id).statusCode()).isEqualTo(204);
    assertThat(delete(STAFF + "/" + id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"username":"x y","password":"short","role":"door"}       | Username must be 2 to 64 letters a-z, digits or . _ - @, begin with a letter or digit, and not be viewer, partner, system, stranger or unknown; Password must be at least 8 characters
          {"username":"anna","role":"door"}                         | Password is required
          {"username":"anna","password":12345678,"role":"door"}     | Password is required
          {"username":"anna","password":"eight ch"}                 | Role must be owner, manager or door
          {"username":"anna","password":"eight ch","role":"OWNER"}  | Role must be owner, manager or door
          """)
  void whatIsWrongWithANewAccountIsTold(String sent, String error) {
    HttpResponse<String> refused =
        server.send(server.request(STAFF, owner).POST(BodyPublishers.ofString(sent)).build());

    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(json(refused).path("error").asText()).isEqualTo(error);
  }

  @Test
  void aTakenNameAndTheConfiguredAccountAreConflicts() {
    HttpResponse<String> taken = create("Test-Owner", StaffRole.DOOR);
    assertThat(taken.statusCode()).isEqualTo(409);
    assertThat(taken.body()).isEqualTo("{\"error\":\"Username already exists\"}");

    String admin = data(server.get(STAFF, owner)).get(0).path("id").asText();
    HttpResponse<String> password =
        change(admin, new StaffAccountChange(null, null, "another password"));
    assertThat(password.statusCode()).isEqualTo(409);
    assertThat(password.body())
        .isEqualTo("{\"error\":\"This password is set in the server configuration\"}");
    assertThat(change(admin, new StaffAccountChange(StaffRole.DOOR, null, null)).body())
        .isEqualTo("{\"error\":\"This account is set in the server configuration\"}");
    assertThat(delete(STAFF + "/" + admin).statusCode()).isEqualTo(409);
    assertThat(login("admin", CONFIGURED).statusCode()).isEqualTo(200);
  }

  @Test
  void aSettingIsInForceInPortalAndGuardWithTheAnswer() {
    HttpRequest change =
        server
            .request("/api/admin/settings", owner)
            .PUT(BodyPublishers.ofString("{\"appName\":\"Gate\",\"validateTotalPerMinute\":1}"))
            .build();

    assertThat(server.send(change).statusCode()).isEqualTo(200);

    assertThat(server.get("/api/portal/config", "").body()).contains("\"appName\":\"Gate\"");
    Map<String, String> code = Map.of("code", "nonsense");
    assertThat(server.post("/api/tokens/validate", "", code).statusCode()).isEqualTo(401);
    assertThat(server.post("/api/tokens/validate", "", code).statusCode()).isEqualTo(429);
  }

  private HttpResponse<String> create(String name, StaffRole role) {
    return server.post(STAFF, owner, new StaffAccountRequest(name, PASSWORD, role));
  }

  private HttpResponse<String> change(String id, StaffAccountChange change) {
    return server.send(
        server
            .request(STAFF + "/" + id, owner)
            .method("PATCH", BodyPublishers.ofByteArray(WireJson.bytes(change)))
            .build());
  }

  private HttpResponse<String> delete(String path) {
    return server.send(server.request(path, owner).DELETE().build());
  }

  private HttpResponse<String> login(String name, String password) {
    return server.post("/api/admin/login", "", new SignInRequest(name, password));
  }

  private String signIn(String name, String password) {
    return data(login(name, password)).path("token").asText();
  }

  private boolean session(String bearer) {
    return data(server.get("/api/admin/session", bearer)).path("isAdmin").asBoolean();
  }

  private boolean sessionByCookie(String token) {
    HttpRequest request =
        server
            .request("/api/admin/session", "")
            .header("Cookie", "admin_session=" + token)
            .GET()
            .build();
    return data(server.send(request)).path("isAdmin").asBoolean();
  }

  private static JsonNode data(HttpResponse<String> answer) {
    return json(answer).path("data");
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return WireJson.tree(answer.body().getBytes(StandardCharsets.UTF_8));
  }
}
