package dev.streamgate.console.api;

import dev.streamgate.model.insight.HealthResponse;
import dev.streamgate.model.playback.PortalConfigResponse;

/// What the viewers' portal is set to, and the addresses that lead into it.
public interface PortalApi {
  Answer<PortalConfigResponse> config();

  /// Whether a server answers at an address, whoever is signed in where.
  Answer<HealthResponse> health(ServerAddress address);

  /// How many sessions are alive at a server of this computer, which asks for no sign-in (API §6).
  Answer<Long> watching(ServerAddress address);

  /// Where this console finds the server.
  ServerAddress ownAddress();

  /// Where viewers find the portal, as the server states it.
  Answer<ServerAddress> portal();

  /// A picture for staff without a ticket: the address opens in the browser.
  Answer<String> preview(String eventId);

  /// The address with which another page embeds the event.
  Answer<String> embedLink(String eventId);
}
