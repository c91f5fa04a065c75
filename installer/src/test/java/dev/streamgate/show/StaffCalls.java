package dev.streamgate.show;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a test needs of a server's interface besides the console: a first sign-in, an event, its
/// tickets, and a viewer who takes a seat.
final class StaffCalls {
  static final String PASSWORD = "an evening to remember";

  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("\"displayCode\":\"([^\"]+)\"");

  private final HttpClient http = HttpClient.newHttpClient();
  private final String server;
  private String token = "";

  private StaffCalls(String server) {
    this.server = server;
  }

  /// Signs in for the first time, and sets `PASSWORD`.
  static StaffCalls signIn(String server, String firstPassword)
      throws IOException, InterruptedException {
    StaffCalls staff = new StaffCalls(server);
    staff.signIn(firstPassword);
    staff.post(
        "/api/admin/password",
        "{\"currentPassword\":\"%s\",\"newPassword\":\"%s\"}".formatted(firstPassword, PASSWORD));
    staff.signIn(PASSWORD);
    return staff;
  }

  /// Makes an event, and returns its id.
  String event(String title) throws IOException, InterruptedException {
    return first(
        ID,
        post(
            "/api/admin/events",
            """
            {"title":"%s","startsAt":"2030-01-01T18:00:00Z","endsAt":"2030-01-01T20:00:00Z"}
            """
                .formatted(title)));
  }

  /// Makes tickets, and returns their codes.
  List<String> tickets(String event, int count, String label)
      throws IOException, InterruptedException {
    String made =
        post(
            "/api/admin/events/" + event + "/tokens/generate",
            "{\"count\":" + count + ",\"label\":\"" + label + "\"}");
    return CODE.matcher(made).results().map(StaffCalls::group).toList();
  }

  /// How long the server takes to answer a search of the ticket list, the way there included.
  Duration timedSearch(String code) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(server + "/api/admin/tokens?page=1&limit=50&search=" + code))
            .header("Authorization", "Bearer " + token)
            .build();
    long start = System.nanoTime();
    http.send(request, BodyHandlers.ofString());
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /// Takes a seat as a viewer; returns the status of the answer.
  int redeem(String code) throws IOException, InterruptedException {
    return send("/api/tokens/validate", "{\"code\":\"" + code + "\"}").statusCode();
  }

  private void signIn(String password) throws IOException, InterruptedException {
    token = first(TOKEN, post("/api/admin/login", "{\"password\":\"" + password + "\"}"));
  }

  private String post(String path, String body) throws IOException, InterruptedException {
    HttpResponse<String> answer = send(path, body);
    if (answer.statusCode() / 100 != 2) {
      throw new IllegalStateException(path + " was answered " + answer.statusCode());
    }
    return answer.body();
  }

  private HttpResponse<String> send(String path, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static String group(MatchResult found) {
    return found.group(1);
  }
}
