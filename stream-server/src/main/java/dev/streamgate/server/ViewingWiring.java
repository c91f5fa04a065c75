package dev.streamgate.server;

import dev.streamgate.server.events.db.JdbcEventItemStore;
import dev.streamgate.server.events.db.JdbcEventTickets;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.GuessingGuard;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.guard.http.LockedAddressRoutes;
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
import dev.streamgate.server.playback.StreamProbe;
import dev.streamgate.server.playback.TokenDesk;
import dev.streamgate.server.playback.WatermarkBook;
import dev.streamgate.server.playback.Watermarks;
import dev.streamgate.server.playback.db.JdbcItemCalendar;
import dev.streamgate.server.playback.db.JdbcProgressStore;
import dev.streamgate.server.playback.db.JdbcWatermarkStore;
import dev.streamgate.server.playback.http.Admissions;
import dev.streamgate.server.playback.http.CountedProbe;
import dev.streamgate.server.playback.http.DoorAnswers;
import dev.streamgate.server.playback.http.DoorRoutes;
import dev.streamgate.server.playback.http.PlaybackCounters;
import dev.streamgate.server.playback.http.PlaybackRoutes;
import dev.streamgate.server.playback.http.ProgressRoutes;
import dev.streamgate.server.playback.http.StreamTestRoutes;
import dev.streamgate.server.playback.http.ViewerCookies;
import dev.streamgate.server.playback.http.ViewerRoutes;
import dev.streamgate.server.playback.http.Viewers;
import dev.streamgate.server.sessions.Attendance;
import dev.streamgate.server.sessions.ContentSeats;
import dev.streamgate.server.sessions.HeartbeatBuffer;
import dev.streamgate.server.sessions.Liveness;
import dev.streamgate.server.sessions.Seats;
import dev.streamgate.server.sessions.SessionStore;
import dev.streamgate.server.sessions.Sweeper;
import dev.streamgate.server.sessions.db.JdbcSessionStore;
import dev.streamgate.server.sessions.http.SessionRoutes;
import dev.streamgate.server.settings.Settings;
import dev.streamgate.server.tickets.db.JdbcTicketListing;

/// What viewers do: redeem a code, keep a seat, leave.
final class ViewingWiring {
  final HeartbeatBuffer heartbeats;
  final Sweeper sweeper;
  final GuessingGuard guard;
  final RateLimit refreshes;
  final RateLimit progressReports;
  private final Base base;
  private final ProgrammeWiring programme;
  final SessionStore sessions;
  final Seats seats;
  final ContentSeats contentSeats;
  final Watermarks watermarks;
  final WatermarkBook watermarkBook;
  final Attendance attendance;
  final Entitlements entitlements;
  private final Journal journal;
  final CodeDesk codes;
  final TokenDesk tokens;
  private final StreamProbe probe;
  final EventStatuses statuses;
  final ViewerCookies cookies;
  final Viewers viewers;

  ViewingWiring(Base base, ProgrammeWiring programme, Settings settings, StreamSight sight) {
    this.base = base;
    this.programme = programme;
    sessions = new JdbcSessionStore(base.database);
    heartbeats = new HeartbeatBuffer(sessions);
    Liveness liveness = new Liveness(heartbeats, base.live.timeout(), base.live.serverStart());
    sweeper = new Sweeper(sessions, base.changes, base.audit, liveness, base.clock);
    seats = new Seats(sessions, base.changes, base.audit, liveness, base.clock, base.random);
    contentSeats =
        new ContentSeats(sessions, base.changes, base.changeLog, base.audit, liveness, base.clock);
    watermarks = new Watermarks(base.hlsSigningKey);
    watermarkBook =
        new WatermarkBook(watermarks, new JdbcWatermarkStore(base.database), base.clock);
    attendance = new Attendance(sessions, base.changeLog, heartbeats, liveness, base.clock);
    guard =
        new GuessingGuard(
            () -> settings.current().totalPerMinute(),
            () -> settings.current().refusedPerMinute(),
            base.audit,
            base.clock);
    refreshes = new RateLimit(Refresh.LIMIT, Refresh.LIMIT_WINDOW, base.clock);
    progressReports = new RateLimit(Progress.LIMIT, Progress.LIMIT_WINDOW, base.clock);
    entitlements =
        new Entitlements(programme.events, new JdbcItemCalendar(base.database), base.clock);
    journal = new Journal(base.audit, new PlaybackCounters(base.metrics));
    codes = new CodeDesk(programme.tickets, sessions, guard);
    tokens = new TokenDesk(base.tokens, programme.tickets, entitlements, journal);
    probe = new CountedProbe(sight.probe(), base.metrics);
    statuses = new EventStatuses(probe, sight.executor(), base.clock);
    cookies = new ViewerCookies(base.origins, base.mediaOrigin::of);
    viewers = new Viewers(base.requesters);
  }

  void register(RouteTable table) {
    PlaybackPasses passes = new PlaybackPasses(base.tokens, watermarks);
    new ViewerRoutes(
            new Redemption(codes, entitlements, seats, programme.tickets, passes, journal),
            new StatusInquiry(programme.events, statuses, tokens, codes),
            new Admissions(statuses, watermarkBook),
            cookies,
            viewers,
            base.random)
        .register(table);
    new PlaybackRoutes(
            new Refresh(tokens, entitlements, attendance, passes, refreshes, journal),
            new Presence(tokens, attendance, seats),
            cookies,
            viewers,
            base.origins)
        .register(table);
    new ProgressRoutes(
            new Progress(
                tokens,
                attendance,
                new JdbcProgressStore(base.database),
                progressReports,
                journal,
                base.clock))
        .register(table);
    new DoorRoutes(
            new DoorLookup(programme.tickets, entitlements, attendance, base.audit),
            new DoorAnswers(
                new JdbcTicketListing(base.database, base.live),
                new JdbcEventTickets(base.database),
                new JdbcEventItemStore(base.database)),
            base.requesters)
        .register(table);
    new SessionRoutes(attendance, seats, programme.tickets, programme.events, base.requesters)
        .register(table);
    new StreamTestRoutes(programme.events, probe, base.clock).register(table);
    new LockedAddressRoutes(guard, base.requesters).register(table);
  }
}
