package dev.streamgate.console.api;

import java.net.http.HttpClient;
import java.time.Duration;

/// Everything the console can ask a server.
public record ServerApis(
    StaffApi staff,
    DashboardApi dashboard,
    EventsApi events,
    TicketsApi tickets,
    SessionsApi sessions,
    EdgesApi edges,
    SupportApi support,
    AccountsApi accounts,
    SettingsApi settings,
    PortalApi portal,
    LiveApi live) {
  private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);

  /// The ports over HTTP, all sharing one sign-in.
  public static ServerApis overHttp() {
    HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();
    HttpServerCalls calls = new HttpServerCalls(client);
    return new ServerApis(
        new HttpStaffApi(calls),
        new HttpDashboardApi(calls),
        new HttpEventsApi(calls),
        new HttpTicketsApi(calls),
        new HttpSessionsApi(calls),
        new HttpEdgesApi(calls),
        new HttpSupportApi(calls),
        new HttpAccountsApi(calls),
        new HttpSettingsApi(calls),
        new HttpPortalApi(calls),
        new HttpLiveApi(calls));
  }
}
