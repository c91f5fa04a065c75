package dev.streamgate.console.tickets;

import dev.streamgate.console.api.PortalApi;
import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.connection.ServerCalls;
import dev.streamgate.model.tickets.TokenResponse;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// The addresses of tickets as viewers can open them: at the portal as the server states it, for a
/// server started by this console in its network, and only else where the console itself finds it.
public final class TicketAddresses {
  private final PortalApi portal;
  private final ServerCalls calls;
  private final UnaryOperator<ServerAddress> inNetwork;
  private final BooleanProperty asking = new SimpleBooleanProperty();

  /// @param inNetwork where others in the network find what this computer has at an address
  public TicketAddresses(
      PortalApi portal, ServerCalls calls, UnaryOperator<ServerAddress> inNetwork) {
    this.portal = portal;
    this.calls = calls;
    this.inNetwork = inNetwork;
  }

  /// An address with the code, and whether others than this computer can open it.
  public record TicketAddress(String text, boolean forOthers) {}

  /// Finds the address of a ticket.
  public void of(TokenResponse ticket, Consumer<TicketAddress> found) {
    calls.ask(
        asking,
        portal::portal,
        stated -> found.accept(at(stated, ticket.code())),
        failure -> found.accept(at(portal.ownAddress(), ticket.code())));
  }

  private TicketAddress at(ServerAddress stated, String code) {
    ServerAddress origin = stated.isThisComputer() ? inNetwork.apply(stated) : stated;
    return new TicketAddress(origin + "/#code=" + code, !origin.isThisComputer());
  }
}
