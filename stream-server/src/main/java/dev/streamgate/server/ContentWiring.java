package dev.streamgate.server;

import dev.streamgate.model.events.EventId;
import dev.streamgate.server.content.Admittance;
import dev.streamgate.server.content.Catalogue;
import dev.streamgate.server.content.ContentAccess;
import dev.streamgate.server.content.ContentJournal;
import dev.streamgate.server.content.ContentTokens;
import dev.streamgate.server.content.EmbedAddresses;
import dev.streamgate.server.content.Introspection;
import dev.streamgate.server.content.SeatDesk;
import dev.streamgate.server.content.SignedAddresses;
import dev.streamgate.server.content.SignedPlaylists;
import dev.streamgate.server.content.StaffPreviews;
import dev.streamgate.server.content.TokenIssue;
import dev.streamgate.server.content.db.JdbcStaffPreviewStore;
import dev.streamgate.server.content.http.AccessRoutes;
import dev.streamgate.server.content.http.Callers;
import dev.streamgate.server.content.http.ContentCounters;
import dev.streamgate.server.content.http.ContentSessionRoutes;
import dev.streamgate.server.content.http.ContentTokenHolder;
import dev.streamgate.server.content.http.LinkRoutes;
import dev.streamgate.server.content.http.Places;
import dev.streamgate.server.content.http.SignedPlaylistRoutes;
import dev.streamgate.server.content.http.StaffPreviewRoutes;
import dev.streamgate.server.content.http.TokenRoutes;
import dev.streamgate.server.events.db.JdbcEventItemStore;
import dev.streamgate.server.foundation.Partners;
import dev.streamgate.server.foundation.RepeatedTasks;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.guard.RateLimit;
import dev.streamgate.server.insight.PreviewCase;
import dev.streamgate.server.media.Playlist;
import dev.streamgate.server.media.http.CrossOrigin;
import dev.streamgate.server.playback.TokenSubjects;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/// What partners build on: the content API, and staff's looks at events without a ticket.
final class ContentWiring {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final int PREVIEWS_PER_MINUTE = 10;
  private static final int INTROSPECTIONS_PER_MINUTE = 30;
  private static final int SESSION_ID_BYTES = 16;

  private final Base base;
  private final StaffWiring staff;
  private final ProgrammeWiring programme;
  private final ViewingWiring viewing;
  private final PlaylistSight sight;
  private final RateLimit previewLimit;
  private final RateLimit introspectionLimit;
  private final ContentJournal journal;
  private final ContentTokens tokens;
  private final StaffPreviews previews;
  private final Introspection introspection;

  ContentWiring(
      Base base,
      StaffWiring staff,
      ProgrammeWiring programme,
      ViewingWiring viewing,
      PlaylistSight sight) {
    this.base = base;
    this.staff = staff;
    this.programme = programme;
    this.viewing = viewing;
    this.sight = sight;
    previewLimit = new RateLimit(PREVIEWS_PER_MINUTE, MINUTE, base.clock);
    introspectionLimit = new RateLimit(INTROSPECTIONS_PER_MINUTE, MINUTE, base.clock);
    journal = new ContentJournal(base.audit, new ContentCounters(base.metrics));
    tokens = new ContentTokens(base.tokens, viewing.watermarks);
    previews =
        new StaffPreviews(
            programme.events,
            new JdbcStaffPreviewStore(base.database, base.clock),
            tokens,
            new StaffPreviews.Records(base.changes, base.audit, journal),
            base.config.embed().tokenLife(),
            new StaffPreviews.Timing(() -> sessionId(base.random), base.clock));
    introspection =
        new Introspection(
            base.tokens,
            new TokenSubjects(programme.tickets),
            viewing.entitlements,
            viewing.attendance,
            previews,
            viewing.watermarks);
  }

  /// What support is told of previews.
  boolean isOpen(PreviewCase preview) {
    EventId event = new EventId(preview.eventId());
    return preview.forStaff()
        ? previews.isOpenForStaff(event, preview.sessionId())
        : previews.isOpenForEverybody(event);
  }

  void register(RouteTable table) {
    Places places = new Places(base.origins, base.mediaOrigin);
    Callers callers =
        new Callers(
            new Partners(staff.identity, base.partnerKeys, base.origins),
            base.requesters,
            viewing.viewers,
            viewing.cookies);
    Catalogue catalogue = new Catalogue(programme.events, new JdbcEventItemStore(base.database));
    Admittance admittance =
        new Admittance(catalogue, viewing.codes, programme.tickets, viewing.entitlements, journal);
    SeatDesk seats =
        new SeatDesk(
            viewing.seats,
            new SeatDesk.PartnerSeats(
                viewing.contentSeats,
                base.config.viewing().contentSessions(),
                () -> sessionId(base.random)),
            viewing.attendance,
            programme.tickets,
            journal,
            base.clock);
    registerTokens(table, admittance, seats, callers, places);
    registerLooks(table, admittance, callers);
    new LinkRoutes(
            new SignedAddresses(
                admittance, seats, base.addressKeys, viewing.watermarkBook, journal, base.clock),
            embeds(),
            catalogue,
            callers,
            places)
        .register(table);
    new StaffPreviewRoutes(previews, staff.identity::storedName, base.requesters, places)
        .register(table);
  }

  void repeat(RepeatedTasks tasks, RepeatedTasks housekeeping) {
    tasks.every(Duration.ofSeconds(1), "ending previews of signed-out staff", previews::endOrphans);
    housekeeping.every(MINUTE, "forgetting expired previews", previews::forgetExpired);
    housekeeping.every(MINUTE, "forgetting who asked for previews", previewLimit::forgetIdle);
    housekeeping.every(MINUTE, "forgetting who looked into tokens", introspectionLimit::forgetIdle);
    housekeeping.every(MINUTE, "forgetting old watermarks", viewing.watermarkBook::tidy);
  }

  private EmbedAddresses embeds() {
    return new EmbedAddresses(
        base.embedSignature,
        base.config.embed().tokenLife(),
        !base.config.embed().allowedOrigins().isEmpty(),
        journal,
        base.clock);
  }

  private void registerTokens(
      RouteTable table, Admittance admittance, SeatDesk seats, Callers callers, Places places) {
    SignedPlaylists playlists =
        new SignedPlaylists(
            base.tokens,
            base.addressKeys,
            sight.fetch(),
            ContentWiring::edited,
            viewing.watermarks,
            base.clock);
    TokenIssue issue =
        new TokenIssue(
            new TokenIssue.Parts(admittance, seats, tokens, viewing.watermarkBook, journal),
            () -> sessionId(base.random),
            base.clock);
    new TokenRoutes(
            issue,
            introspection,
            playlists,
            callers,
            places,
            new TokenRoutes.Limits(previewLimit, introspectionLimit))
        .register(table);
    CrossOrigin crossOrigin =
        new CrossOrigin(base.config.media().allowedOrigins(), base.mediaOrigin);
    new SignedPlaylistRoutes(
            playlists,
            journal,
            places,
            new SignedPlaylistRoutes.Sharing(crossOrigin::headers, crossOrigin::headersAhead))
        .register(table);
  }

  private void registerLooks(RouteTable table, Admittance admittance, Callers callers) {
    ContentTokenHolder holders = new ContentTokenHolder(viewing.tokens, introspection);
    new AccessRoutes(
            new ContentAccess(admittance, viewing.codes, programme.tickets),
            viewing.watermarkBook,
            holders,
            callers)
        .register(table);
    new ContentSessionRoutes(
            viewing.contentSeats,
            previews,
            viewing.attendance,
            viewing.watermarkBook,
            holders,
            callers)
        .register(table);
  }

  private static String edited(String playlist, UnaryOperator<String> address) {
    byte[] bytes = playlist.getBytes(StandardCharsets.ISO_8859_1);
    return new String(new Playlist(bytes).withAddresses(address), StandardCharsets.ISO_8859_1);
  }

  private static String sessionId(SecureRandom random) {
    byte[] id = new byte[SESSION_ID_BYTES];
    random.nextBytes(id);
    return HexFormat.of().formatHex(id);
  }
}
