package dev.streamgate.server.foundation;

import io.helidon.http.Method;
import io.helidon.webserver.http.Handler;
import io.helidon.webserver.http.HttpRouting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// All routes of the server, each with who may call it. What is not in the table does not exist,
/// and what is in it answers nobody but those its {@link Access} names.
public final class RouteTable {
  private final List<Route> routes = new ArrayList<>();

  /// One line of the table; `path` is a Helidon path pattern.
  public record Route(Method method, String path, Access access, Handler handler) {}

  public RouteTable get(String path, Access access, Handler handler) {
    return add(Method.GET, path, access, handler);
  }

  public RouteTable post(String path, Access access, Handler handler) {
    return add(Method.POST, path, access, handler);
  }

  public RouteTable put(String path, Access access, Handler handler) {
    return add(Method.PUT, path, access, handler);
  }

  public RouteTable patch(String path, Access access, Handler handler) {
    return add(Method.PATCH, path, access, handler);
  }

  public RouteTable delete(String path, Access access, Handler handler) {
    return add(Method.DELETE, path, access, handler);
  }

  /// What a browser asks ahead; other paths have no answer to it.
  public RouteTable options(String path, Access access, Handler handler) {
    return add(Method.OPTIONS, path, access, handler);
  }

  /// Every line of the table, in the order of registration.
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /// Hands the table to the server library: first the routes, each behind the gate, then for each
  /// known path the answer to any other method (RFC 9110 §15.5.6).
  public void applyTo(HttpRouting.Builder routing, RouteGate gate) {
    Map<String, TreeSet<String>> allowed = new LinkedHashMap<>();
    for (Route route : routes) {
      Handler guarded = named(route.path(), gate.guard(route));
      TreeSet<String> methods = allowed.computeIfAbsent(route.path(), path -> new TreeSet<>());
      for (Method method : methodsOf(route)) {
        routing.route(method, route.path(), guarded);
        methods.add(method.text());
      }
    }
    allowed.entrySet().stream()
        .sorted(Comparator.comparing(entry -> hasParameter(entry.getKey())))
        .forEach(entry ->
            refuseOthers(routing, gate, entry.getKey(), String.join(", ", entry.getValue())));
  }

  private static void refuseOthers(
      HttpRouting.Builder routing, RouteGate gate, String path, String allowed) {
    routing.any(path, named(path, gate.refuseMethod(path, allowed)));
  }

  /// A path that is spelt out is known better than one with a parameter in which it would fit.
  private static boolean hasParameter(String path) {
    return path.contains("{");
  }

  /// Notes in the request by which line it is answered.
  private static Handler named(String path, Handler handler) {
    MatchedRoute matched = new MatchedRoute(path);
    return (request, response) -> {
      request.context().register(matched);
      handler.handle(request, response);
    };
  }

  /// What answers GET answers HEAD, too (RFC 9110 §9.3.2); the server library leaves the body out.
  private static List<Method> methodsOf(Route route) {
    return route.method().equals(Method.GET)
        ? List.of(Method.GET, Method.HEAD)
        : List.of(route.method());
  }

  private RouteTable add(Method method, String path, Access access, Handler handler) {
    routes.add(new Route(method, path, access, handler));
    return this;
  }
}
