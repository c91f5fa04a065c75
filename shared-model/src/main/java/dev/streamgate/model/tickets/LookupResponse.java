package dev.streamgate.model.tickets;

import dev.streamgate.model.events.EventResponse;
import dev.streamgate.model.sessions.SessionView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The state of one code, for the door (API §4.4); token and event are null for an unknown code.
public record LookupResponse(
    LookupVerdict verdict,
    @Nullable TokenResponse token,
    @Nullable EventResponse event,
    List<SessionView> sessions) {}
