package dev.streamgate.show;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/// A complete evening of the staff: from the first start of a server to the sign-out, at the real
/// console, with a real server that is killed on the way.
@ResourceLock(StaffConsole.LOCK)
class EveningTest {
  private static final Path PICTURES = Path.of("target", "pictures");
  private static final String PASSWORD = "an evening to remember";
  private static final int GENERATED = 200;
  private static final int IMPORTED = 50;

  private final HttpClient viewer = HttpClient.newHttpClient();

  @Test
  void theStaffManageFromTheFirstStartToTheSignOut(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    Path log = Path.of("target", "evening.log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    try (ServedProcess server = ServedProcess.start(folder.resolve("data"), log);
        StaffConsole staff = StaffConsole.open(server.address(), folder.resolve("preferences"))) {
      firstSignIn(staff, server.firstPassword());
      String code = tickets(staff, folder);
      visitAndRelease(staff, server, code);
      revoke(staff, server, code);
      door(staff, code);
      killAndRestart(staff, server);
      diagnose(staff, code);
      audit(staff);
      staff.click("#signOut");
      staff.await("#signIn");
      staff.picture(PICTURES.resolve("evening-9-signed-out.png"));
    }
  }

  private static void firstSignIn(StaffConsole staff, String password) throws TimeoutException {
    staff.type("#password", password);
    staff.click("#signIn");
    staff.type("#newPassword", PASSWORD);
    staff.type("#newPasswordRepeat", PASSWORD);
    staff.picture(PICTURES.resolve("evening-1-password.png"));
    staff.click("#changePassword");
    staff.await("#navTickets");
  }

  /// Creates an event with 200 generated and 50 imported tickets, and compares what is exported.
  private static String tickets(StaffConsole staff, Path folder)
      throws TimeoutException, IOException {
    staff.click("#quickCreateEvent");
    staff.type("#eventTitle", "Evening");
    staff.clickWhenReady("#saveEvent");
    staff.await("#copyEventId");
    staff.clickWhenReady("#generateTickets");
    staff.type("#generateCount", String.valueOf(GENERATED));
    staff.clickWhenReady("#generateRun");
    staff.await("#generateResults");
    staff.picture(PICTURES.resolve("evening-2-generated.png"));
    staff.click("#generateExport");
    staff.awaitText("#generateMessage", text -> text.startsWith("Saved 200 tickets to"));
    List<String> generated = codes(batch(folder));
    staff.click("#generateClose");
    staff.clickWhenReady("#importTickets");
    staff.paste("#importText", imported());
    staff.clickWhenReady("#importRun");
    staff.awaitText("#statusNotice", text -> text.equals("Imported 50 tickets"));
    staff.clickWhenReady("#exportTickets");
    staff.awaitText("#statusNotice", text -> text.startsWith("Saved 250 tickets to"));
    List<String> exported = codes(folder.resolve("tokens-Evening.csv"));
    assertThat(generated).hasSize(GENERATED).doesNotHaveDuplicates();
    assertThat(exported).hasSize(GENERATED + IMPORTED).containsAll(generated);
    staff.picture(PICTURES.resolve("evening-3-event.png"));
    return generated.getFirst();
  }

  private void visitAndRelease(StaffConsole staff, ServedProcess server, String code)
      throws TimeoutException, IOException, InterruptedException {
    assertThat(redeem(server, code)).isEqualTo(200);
    staff.click("#navViewers");
    staff.await("#releaseSession");
    staff.picture(PICTURES.resolve("evening-4-viewers.png"));
    staff.confirmed("#releaseSession", "#statusNotice");
    staff.awaitGone("#releaseSession");
    assertThat(redeem(server, code)).isEqualTo(200);
  }

  private void revoke(StaffConsole staff, ServedProcess server, String code)
      throws TimeoutException, IOException, InterruptedException {
    staff.findTicket(code);
    staff.confirmed("#revokeTicket", "#unrevokeTicket");
    staff.awaitText("#statusNotice", text -> text.startsWith("Blocked on all servers after "));
    staff.picture(PICTURES.resolve("evening-5-revoked.png"));
    assertThat(redeem(server, code)).isEqualTo(403);
  }

  private static void door(StaffConsole staff, String code) throws TimeoutException {
    staff.click("#navDoor");
    staff.write(code);
    staff.press(KeyCode.ENTER);
    staff.awaitText("#doorHeadline", "REVOKED"::equals);
    staff.picture(PICTURES.resolve("evening-6-door.png"));
  }

  private static void killAndRestart(StaffConsole staff, ServedProcess server)
      throws TimeoutException, IOException, InterruptedException {
    staff.click("#navDashboard");
    staff.awaitText("#freshness", text -> text.startsWith("Live"));
    server.kill();
    staff.await("#connectionBand");
    staff.picture(PICTURES.resolve("evening-7-no-connection.png"));
    server.restart();
    staff.awaitGone("#connectionBand");
    staff.awaitText("#freshness", text -> text.startsWith("Live"));
  }

  private static void diagnose(StaffConsole staff, String code) throws TimeoutException {
    staff.click("#navDiagnostics");
    staff.type("#diagnosticsQuery", code);
    staff.clickWhenReady("#diagnosticsRun");
    staff.awaitText("#diagnosticsCause", text -> text.contains("revoked"));
    staff.picture(PICTURES.resolve("evening-8-diagnostics.png"));
  }

  private static void audit(StaffConsole staff) throws TimeoutException {
    staff.click("#navAudit");
    for (String action :
        List.of(
            "DIAGNOSTICS_RUN",
            "TOKEN_LOOKED_UP",
            "TOKEN_REVOKED",
            "SESSION_FORCE_RELEASED",
            "CODE_ACCEPTED",
            "TOKENS_IMPORTED")) {
      staff.await(action);
    }
    staff.picture(PICTURES.resolve("evening-9-audit.png"));
  }

  private int redeem(ServedProcess server, String code) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.address() + "/api/tokens/validate"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"code\":\"" + code + "\"}"))
            .build();
    return viewer.send(request, BodyHandlers.discarding()).statusCode();
  }

  /// The file of the one batch, which its name tells from that of the whole event.
  private static Path batch(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith("tokens-Evening-"))
          .findFirst()
          .orElseThrow();
    }
  }

  private static List<String> codes(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).map(line -> line.split(",", 2)[0]).toList();
  }

  private static String imported() {
    return IntStream.range(0, IMPORTED)
        .mapToObj(number -> "SHOP%04d;Row %d".formatted(number, number))
        .collect(Collectors.joining("\n", "Code;Label\n", "\n"));
  }
}
