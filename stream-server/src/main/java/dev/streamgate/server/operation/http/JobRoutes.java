package dev.streamgate.server.operation.http;

import dev.streamgate.model.operation.EventOrder;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.server.audit.Requester;
import dev.streamgate.server.events.http.EventWords;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.operation.EventOrders;
import dev.streamgate.server.operation.EventOrders.Outcome.Made;
import dev.streamgate.server.operation.EventOrders.Outcome.NoEvent;
import dev.streamgate.server.operation.EventOrders.Outcome.NoTickets;
import dev.streamgate.server.operation.Inspector;
import dev.streamgate.server.operation.Samples;
import dev.streamgate.server.tickets.http.OrderWords;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;

/// Jobs that the command line on this machine hands over instead of opening the database itself.
public final class JobRoutes {
  private final EventOrders orders;
  private final Samples samples;
  private final Inspector inspector;

  public JobRoutes(EventOrders orders, Samples samples, Inspector inspector) {
    this.orders = orders;
    this.samples = samples;
    this.inspector = inspector;
  }

  public void register(RouteTable routes) {
    routes.post(ServerContact.EVENTS, Access.THIS_MACHINE, ToldFailures.telling(this::order));
    routes.post(
        ServerContact.SAMPLES, Access.THIS_MACHINE, ToldFailures.telling(this::loadSamples));
    routes.get(ServerContact.INSPECTION, Access.THIS_MACHINE, ToldFailures.telling(this::inspect));
  }

  /// The sentence for an order that was refused.
  public static String words(EventOrders.Outcome outcome) {
    return switch (outcome) {
      case Made _ -> throw new IllegalArgumentException("nothing was refused");
      case NoEvent refused -> EventWords.words(refused.problem());
      case NoTickets refused -> OrderWords.words(refused.problem());
    };
  }

  private void order(ServerRequest request, ServerResponse response) {
    EventOrder order = JsonHttp.read(request, EventOrder.class);
    switch (orders.place(order, Requester.SYSTEM)) {
      case Made made -> JsonHttp.send(request, response, made.event());
      case NoEvent refused -> throw Problem.badRequest(words(refused));
      case NoTickets refused -> throw Problem.badRequest(words(refused));
    }
  }

  private void loadSamples(ServerRequest request, ServerResponse response) {
    JsonHttp.send(request, response, samples.load(Requester.SYSTEM));
  }

  private void inspect(ServerRequest request, ServerResponse response) {
    JsonHttp.send(request, response, inspector.look());
  }
}
