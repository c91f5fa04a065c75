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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What staff wait for with 100 000 tickets: the first rows, the next page, the rows of a search.
/// The figures are written to `target/many-tickets.txt`.
@Tag("long")
class ManyTicketsTest {
  private static final int BATCHES = 200;
  private static final int BATCH = 500;
  private static final int ROUNDS = 9;
  private static final String PASSWORD = "an evening to remember";
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("\"displayCode\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> codes = new ArrayList<>();
  private String address = "";
  private String token = "";

  @Test
  void theListStaysQuick(@TempDir Path folder)
      throws IOException, InterruptedException, TimeoutException {
    Path log = Path.of("target", "many-tickets.log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    try (ServedProcess server = ServedProcess.start(folder.resolve("data"), log)) {
      address = server.address();
      fill(server.firstPassword());
      try (StaffConsole staff = StaffConsole.open(address, folder.resolve("preferences"))) {
        staff.signIn(PASSWORD);
        staff.await("#cardActiveEvents");
        Duration first = staff.timed("#navTickets", "#copyCode");
        List<Duration> pages = new ArrayList<>();
        List<Duration> searches = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
          pages.add(staff.timedPage());
          searches.add(staff.timedSearch(codes.get(round * 211)));
          staff.paste("#ticketSearch", "");
          staff.awaitText("#ticketPages .label", text -> text.endsWith("100,000"));
        }
        tell(first, pages, searches);
        assertThat(median(searches)).isLessThan(Duration.ofMillis(1_500));
      }
    }
  }

  private void fill(String firstPassword) throws IOException, InterruptedException {
    token =
        first(TOKEN, send("POST", "/api/admin/login", "{\"password\":\"" + firstPassword + "\"}"));
    send(
        "POST",
        "/api/admin/password",
        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(firstPassword, PASSWORD));
    token = first(TOKEN, send("POST", "/api/admin/login", "{\"password\":\"" + PASSWORD + "\"}"));
    String event =
        first(
            ID,
            send(
                "POST",
                "/api/admin/events",
                """
                {"title":"Many","startsAt":"2030-01-01T18:00:00Z","endsAt":"2030-01-01T20:00:00Z"}
                """));
    for (int batch = 0; batch < BATCHES; batch++) {
      String made =
          send(
              "POST",
              "/api/admin/events/" + event + "/tokens/generate",
              "{\"count\":" + BATCH + ",\"label\":\"Batch " + batch + "\"}");
      if (codes.size() < 2_000) {
        CODE.matcher(made).results().forEach(code -> codes.add(code.group(1)));
      }
    }
  }

  private static void tell(Duration first, List<Duration> pages, List<Duration> searches)
      throws IOException {
    Files.writeString(
        Path.of("target", "many-tickets.txt"),
        "100000 tickets: first rows %d ms; next page %s; key to rows without the 300 ms pause %s%n"
            .formatted(first.toMillis(), told(pages), told(searches)));
  }

  private static String told(List<Duration> times) {
    return "median %d ms, worst %d ms"
        .formatted(
            median(times).toMillis(),
            times.stream().max(Duration::compareTo).orElseThrow().toMillis());
  }

  private static Duration median(List<Duration> times) {
    return times.stream().sorted().toList().get(times.size() / 2);
  }

  private String send(String method, String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString()).body();
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }
}
