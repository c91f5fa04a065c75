package dev.streamgate.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.staff.PasswordChangeRequest;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.model.staff.StaffRole;
import dev.streamgate.server.staff.StaffAccount;
import dev.streamgate.server.staff.bcrypt.BcryptPasswords;
import dev.streamgate.server.staff.db.JdbcStaffStore;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StaffSignInTest {
  private static final String PASSWORD = "open sesame now";
  private static final String HASH = new BcryptPasswords().hash(PASSWORD);
  private static final String LOGIN = "/api/admin/login";
  private static final String EVENTS = "/api/admin/events";
  private static final String CHANGE = "/api/admin/password";

  private RunningServer server;

  @BeforeEach
  void start(@TempDir Path folder) {
    server = RunningServer.start(folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aSignInWorksAsCookieAndAsBearerTokenUntilSignOut() {
    add("ann", false, false);

    HttpResponse<String> answer = signIn("Ann", PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie)
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=28800")
        .doesNotContain("Secure");
    String token = cookie.substring("admin_session=".length(), cookie.indexOf(';'));
    assertThat(server.get(EVENTS, token).statusCode()).isEqualTo(200);
    assertThat(byCookie("/api/admin/logout", token, "null").statusCode()).isEqualTo(403);

    HttpResponse<String> signOut = server.post("/api/admin/logout", token, new Object[0]);
    assertThat(signOut.statusCode()).isEqualTo(200);
    assertThat(signOut.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("admin_session=;")
        .contains("Expires=Thu, 1 Jan 1970");
    assertThat(server.get(EVENTS, token).statusCode()).isEqualTo(401);
  }

  @Test
  void aSignInOutlivesAChangeOfTheSigningSecretAsLongAsTheOldOneCounts(@TempDir Path folder) {
    String token;
    try (RunningServer before = RunningServer.start(folder)) {
      token = before.tokenOf(StaffRole.OWNER);
    }
    Map<String, String> changed =
        Map.of("PLAYBACK_SIGNING_SECRET", "the-next-signing-secret-0123456789abcdef");
    Map<String, String> both = new HashMap<>(changed);
    both.put("PLAYBACK_SIGNING_SECRET_OLD", RunningServer.SIGNING_SECRET);

    try (RunningServer during = RunningServer.start(folder, both)) {
      assertThat(during.get(EVENTS, token).statusCode()).isEqualTo(200);
    }
    try (RunningServer after = RunningServer.start(folder, changed)) {
      assertThat(after.get(EVENTS, token).statusCode()).isEqualTo(401);
    }
    try (RunningServer during = RunningServer.start(folder, both)) {
      during.post("/api/admin/logout", token, new Object[0]);
      assertThat(during.get(EVENTS, token).statusCode()).isEqualTo(401);
    }
  }

  @ParameterizedTest
  @CsvSource({"ann,wrong password", "nobody,open sesame now", "gone,open sesame now"})
  void wrongUnknownAndDisabledAreOneAnswer(String username, String password) {
    add("ann", false, false);
    add("gone", false, true);

    HttpResponse<String> answer = signIn(username, password);

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("{\"error\":\"Invalid credentials\"}");
  }

  @Test
  void theEleventhAttemptInAMinuteHasToWait() {
    for (int attempt = 0; attempt < 10; attempt++) {
      assertThat(signIn("nobody", "nothing").statusCode()).isEqualTo(401);
    }

    HttpResponse<String> eleventh = signIn("nobody", "nothing");

    assertThat(eleventh.statusCode()).isEqualTo(429);
    assertThat(eleventh.body())
        .isEqualTo("{\"error\":\"Too many login attempts. Please try again later.\"}");
    assertThat(eleventh.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 60L);
  }

  @Test
  void aPasswordThatMustBeChangedComesFirst() {
    add("new", true, false);
    String token = tokenOf(signIn("new", PASSWORD));

    assertThat(server.get(EVENTS, token).body())
        .isEqualTo("{\"error\":\"Password change required\"}");
    assertThat(change(token, PASSWORD, "short").statusCode()).isEqualTo(400);
    assertThat(change(token, PASSWORD, "x".repeat(73)).statusCode()).isEqualTo(400);
    assertThat(change(token, "wrong one", "a better password").statusCode()).isEqualTo(401);
    assertThat(change(token, PASSWORD, PASSWORD).statusCode()).as("another one").isEqualTo(400);
    assertThat(change(token, PASSWORD, "a better password").statusCode()).isEqualTo(200);

    assertThat(server.get(EVENTS, token).statusCode()).as("all its sign-ins end").isEqualTo(401);
    String fresh = tokenOf(signIn("new", "a better password"));
    assertThat(server.get(EVENTS, fresh).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/admin/logout",
        "/%61pi/admin/logout",
        "//api/admin/logout",
        "/api//admin/logout"
      })
  void anotherSitesPageCannotActHoweverThePathIsSpelled(String path) {
    add("ann", false, false);
    String token = tokenOf(signIn("ann", PASSWORD));

    assertThat(byCookie(path, token, "http://evil.example").statusCode()).isIn(400, 403, 404);
    assertThat(server.get(EVENTS, token).statusCode()).isEqualTo(200);
  }

  private void add(String username, boolean mustChange, boolean disabled) {
    new JdbcStaffStore(server.database())
        .insert(
            new StaffAccount(username, username, HASH, StaffRole.MANAGER, mustChange, disabled),
            InstantSource.system().instant());
  }

  private HttpResponse<String> signIn(String username, String password) {
    return server.post(LOGIN, "", new SignInRequest(username, password));
  }

  private HttpResponse<String> change(String token, String current, String replacement) {
    return server.post(CHANGE, token, new PasswordChangeRequest(current, replacement));
  }

  /// A form of another site's page, sent with the cookie of a signed-in browser.
  private HttpResponse<String> byCookie(String path, String token, String origin) {
    HttpRequest request =
        server
            .request(path, "")
            .setHeader("Content-Type", "application/json")
            .header("Cookie", "admin_session=" + token)
            .header("Origin", origin)
            .POST(BodyPublishers.ofString("{}"))
            .build();
    return server.send(request);
  }

  private static String tokenOf(HttpResponse<String> signIn) {
    String cookie = signIn.headers().firstValue("Set-Cookie").orElseThrow();
    return cookie.substring("admin_session=".length(), cookie.indexOf(';'));
  }
}
