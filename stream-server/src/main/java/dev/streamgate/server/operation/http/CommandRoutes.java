package dev.streamgate.server.operation.http;

import dev.streamgate.model.operation.CommandDone;
import dev.streamgate.model.operation.ServerCommand;
import dev.streamgate.model.operation.ServerContact;
import dev.streamgate.model.staff.SignInRequest;
import dev.streamgate.server.foundation.Access;
import dev.streamgate.server.foundation.JsonHttp;
import dev.streamgate.server.foundation.Problem;
import dev.streamgate.server.foundation.RouteTable;
import dev.streamgate.server.staff.PasswordReset;
import dev.streamgate.server.staff.PasswordReset.Outcome.Fixed;
import dev.streamgate.server.staff.PasswordReset.Outcome.Reset;
import dev.streamgate.server.staff.PasswordReset.Outcome.Unknown;
import io.helidon.http.Status;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Commands of the command line and of a console on the same machine (API §5.3).
public final class CommandRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(CommandRoutes.class);

  private final Runnable stop;
  private final Optional<PasswordReset> reset;

  /// @param stop begins to end the server and returns at once
  /// @param reset empty where there are no accounts
  public CommandRoutes(Runnable stop, Optional<PasswordReset> reset) {
    this.stop = stop;
    this.reset = reset;
  }

  public void register(RouteTable routes) {
    routes.post(ServerContact.COMMANDS, Access.THIS_MACHINE, ToldFailures.telling(this::run));
  }

  private void run(ServerRequest request, ServerResponse response) {
    ServerCommand command = JsonHttp.read(request, ServerCommand.class);
    switch (Optional.ofNullable(command.command()).orElse("")) {
      case ServerCommand.STOP -> {
        LOG.info("told to stop");
        JsonHttp.send(request, response, CommandDone.DONE);
        stop.run();
      }
      case ServerCommand.RESET_PASSWORD ->
          JsonHttp.send(request, response, new CommandDone(true, newPassword(command)));
      default -> throw Problem.badRequest("Unknown command");
    }
  }

  private String newPassword(ServerCommand command) {
    String username =
        Optional.ofNullable(command.username()).orElse(SignInRequest.DEFAULT_USERNAME);
    PasswordReset accounts = reset.orElseThrow(() -> Problem.badRequest("Unknown command"));
    return switch (accounts.reset(username)) {
      case Reset(String password) -> password;
      case Unknown() -> throw Problem.notFound("Account not found");
      case Fixed() ->
          throw Problem.of(Status.CONFLICT_409, "This password is set in the server configuration");
    };
  }
}
