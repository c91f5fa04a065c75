package dev.streamgate.console.stand;

import dev.streamgate.console.api.Answer;
import dev.streamgate.console.api.ApiFailure;
import dev.streamgate.console.api.ServerApis;
import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.sessions.LiveSessionView;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// A server in memory: what its ports do, they do to the same events and tickets.
public final class FakeServer {
  final List<EventResponse> events = new ArrayList<>();
  final List<TokenResponse> tickets = new ArrayList<>();

  /// What was asked, in order, by the name of the port's method.
  final List<String> asked = new ArrayList<>();

  final List<LiveSessionView> sessions = new ArrayList<>();
  final Set<String> pictureless = new HashSet<>();
  String codeStyle = "print";
  String portalAddress = "http://localhost:8080";

  private final FakeOperation operation = new FakeOperation(this);
  private final FakeLive live = new FakeLive();
  private final FakeStaff staff = new FakeStaff(this);
  private Optional<ApiFailure> failure = Optional.empty();

  public ServerApis apis() {
    return new ServerApis(
        staff,
        new FakeDashboard(this),
        new FakeEvents(this),
        new FakeTickets(this),
        new FakeSessions(this),
        operation,
        operation,
        operation.accountsApi(),
        operation,
        new FakePortal(this),
        live);
  }

  public FakeStaff staff() {
    return staff;
  }

  /// Edges, audit log, accounts and settings.
  public FakeOperation operation() {
    return operation;
  }

  public FakeLive live() {
    return live;
  }

  /// Codes of any form have been imported.
  public void hasImportedCodes() {
    codeStyle = "any";
  }

  /// What the server says of where viewers find its portal.
  public void isSeenAt(String address) {
    portalAddress = address;
  }

  public FakeServer with(LiveSessionView session) {
    sessions.add(session);
    return this;
  }

  public List<LiveSessionView> sessions() {
    return sessions;
  }

  /// The event has neither video nor playlist.
  public FakeServer hasNoPicture(String eventId) {
    pictureless.add(eventId);
    return this;
  }

  public void hasPicture(String eventId) {
    pictureless.remove(eventId);
  }

  public FakeServer with(EventResponse event) {
    events.add(event);
    return this;
  }

  public FakeServer with(TokenResponse ticket) {
    tickets.add(ticket);
    return this;
  }

  /// From now on every answer is this failure.
  public void failsWith(ApiFailure reason) {
    failure = Optional.of(reason);
  }

  public void recovers() {
    failure = Optional.empty();
  }

  public List<String> asked() {
    return asked;
  }

  public List<TokenResponse> tickets() {
    return tickets;
  }

  public List<EventResponse> events() {
    return events;
  }

  <T> Answer<T> answer(String name, Supplier<Answer<T>> usual) {
    asked.add(name);
    return failure.<Answer<T>>map(Answer::failed).orElseGet(usual);
  }
}
