package dev.streamgate.server.playback.http;

import dev.streamgate.server.audit.http.Requesters;
import dev.streamgate.server.events.Event;
import dev.streamgate.server.events.db.JdbcEventItemStore;
import dev.streamgate.server.events.db.JdbcEventTickets;
import dev.streamgate.server.fixtures.TestDatabase;
import dev.streamgate.server.fixtures.TestGate;
import dev.streamgate.server.foundation.LiveSessions;
import dev.streamgate.server.foundation.Metrics;
import dev.streamgate.server.foundation.ProblemResponses;
import dev.streamgate.server.foundation.RequestOrigins;
import dev.streamgate.server.foundation.RouteGate;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.foundation.SecurityHeaders;
import dev.streamgate.server.foundation.StaffCaller;
import dev.streamgate.server.foundation.TrustedProxies;
import dev.streamgate.server.grants.PlaybackTokens;
import dev.streamgate.server.grants.SigningKey;
import dev.streamgate.server.grants.SigningKeys;
import dev.streamgate.server.grants.jwt.JwtPlaybackTokens;
import dev.streamgate.server.guard.GuessingGuard;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.playback.CodeDesk;
import dev.streamgate.server.playback.DoorLookup;
import dev.streamgate.server.playback.Entitlements;
import dev.streamgate.server.playback.EventStatuses;
import dev.streamgate.server.playback.Journal;
import dev.streamgate.server.playback.PlaybackPasses;
import dev.streamgate.server.playback.Presence;
import dev.streamgate.server.playback.Progress;
import dev.streamgate.server.playback.Redemption;
import dev.streamgate.server.playback.Refresh;
import dev.streamgate.server.playback.StatusInquiry;
import dev.streamgate.server.playback.TokenDesk;
import dev.streamgate.server.playback.WatermarkBook;
import dev.streamgate.server.playback.Watermarks;
import dev.streamgate.server.playback.db.JdbcItemCalendar;
import dev.streamgate.server.playback.db.JdbcProgressStore;
import dev.streamgate.server.playback.db.JdbcWatermarkStore;
import dev.streamgate.server.sessions.http.SessionRoutes;
import dev.streamgate.server.tickets.Ticket;
import dev.streamgate.server.tickets.db.JdbcTicketListing;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A running server with everything viewers and the door ask, and what a browser does with it.
final class ViewerStage implements AutoCloseable {
  final TestGate gate;
  final PlaybackTokens tokens;
  final Metrics metrics = new Metrics();
  private final RequestOrigins origins =
      new RequestOrigins(
          new TrustedProxies(List.of(TrustedProxies.Range.parse("127.0.0.1"))), Optional.empty());
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebServer server;
  private @Nullable StaffCaller staff;

  ViewerStage(TestDatabase kind, Event event, Ticket... tickets) {
    gate = new TestGate(kind).with(event, tickets);
    SigningKey key = SigningKey.of("a signing secret that is long enough for anybody");
    tokens = new JwtPlaybackTokens(new SigningKeys(key, Optional.empty()), gate.clock);
    server = start(routes());
  }

  /// Lets all later requests come from this account.
  void signIn(StaffCaller caller) {
    staff = caller;
  }

  /// A request below `/api/`, to which a test adds what it needs.
  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/api/" + path));
  }

  HttpRequest.Builder post(String path, String json) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(json));
  }

  HttpRequest.Builder postWithToken(String path, String token) {
    return request(path).header("Authorization", "Bearer " + token).POST(BodyPublishers.noBody());
  }

  HttpResponse<String> validate(String code) {
    return send(post("tokens/validate", "{\"code\":\"" + code + "\"}"));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("asking the test server", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.stop();
    client.close();
    gate.close();
  }

  private RouteTable routes() {
    Journal journal = new Journal(gate.audit, new PlaybackCounters(metrics));
    Entitlements entitlements =
        new Entitlements(gate.events, new JdbcItemCalendar(gate.database), gate.clock);
    GuessingGuard guard = new GuessingGuard(() -> 1200, () -> 5, gate.audit, gate.clock);
    CodeDesk codes = new CodeDesk(gate.tickets, gate.sessions, guard);
    TokenDesk tokenDesk = new TokenDesk(tokens, gate.tickets, entitlements, journal);
    Watermarks watermarks = new Watermarks("watermark key");
    PlaybackPasses passes = new PlaybackPasses(tokens, watermarks);
    EventStatuses statuses =
        new EventStatuses(event -> Optional.empty(), Runnable::run, gate.clock);
    ViewerCookies cookies = new ViewerCookies(origins, origins::origin);
    Requesters requesters = new Requesters(origins);
    Viewers viewers = new Viewers(requesters);
    RateLimit refreshLimit = new RateLimit(Refresh.LIMIT, Refresh.LIMIT_WINDOW, gate.clock);
    RouteTable table = new RouteTable();
    new ViewerRoutes(
            new Redemption(codes, entitlements, gate.seats, gate.tickets, passes, journal),
            new StatusInquiry(gate.events, statuses, tokenDesk, codes),
            new Admissions(
                statuses,
                new WatermarkBook(watermarks, new JdbcWatermarkStore(gate.database), gate.clock)),
            cookies,
            viewers,
            gate.random)
        .register(table);
    new PlaybackRoutes(
            new Refresh(tokenDesk, entitlements, gate.attendance, passes, refreshLimit, journal),
            new Presence(tokenDesk, gate.attendance, gate.seats),
            cookies,
            viewers,
            origins)
        .register(table);
    registerProgress(table, tokenDesk, journal);
    registerStaffSide(table, entitlements, requesters);
    return table;
  }

  private void registerProgress(RouteTable table, TokenDesk tokenDesk, Journal journal) {
    new ProgressRoutes(
            new Progress(
                tokenDesk,
                gate.attendance,
                new JdbcProgressStore(gate.database),
                new RateLimit(Progress.LIMIT, Progress.LIMIT_WINDOW, gate.clock),
                journal,
                gate.clock))
        .register(table);
  }

  private void registerStaffSide(
      RouteTable table, Entitlements entitlements, Requesters requesters) {
    new DoorRoutes(
            new DoorLookup(gate.tickets, entitlements, gate.attendance, gate.audit),
            new DoorAnswers(
                new JdbcTicketListing(
                    gate.database, new LiveSessions(TestGate.TIMEOUT, Instant.EPOCH)),
                new JdbcEventTickets(gate.database),
                new JdbcEventItemStore(gate.database)),
            requesters)
        .register(table);
    new SessionRoutes(gate.attendance, gate.seats, gate.tickets, gate.events, requesters)
        .register(table);
  }

  private WebServer start(RouteTable table) {
    RouteGate routeGate = new RouteGate(request -> Optional.ofNullable(staff), "key", origins);
    HttpRouting.Builder routing = HttpRouting.builder().addFilter(new SecurityHeaders(origins));
    ProblemResponses.applyTo(routing);
    table.applyTo(routing, routeGate);
    return WebServer.builder().host("127.0.0.1").port(0).addRouting(routing).build().start();
  }
}
