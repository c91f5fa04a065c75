package dev.streamgate.console;

import dev.streamgate.console.api.ServerAddress;
import dev.streamgate.console.dashboard.ViewerHistory;
import dev.streamgate.console.desktop.Clipboard;
import dev.streamgate.console.hint.DisabledHints;
import dev.streamgate.console.host.HostPanel;
import dev.streamgate.console.host.HostViewModel;
import dev.streamgate.console.shell.Breakdowns;
import dev.streamgate.console.shell.Destination;
import dev.streamgate.console.shell.KeyList;
import dev.streamgate.console.shell.LanguageChange;
import dev.streamgate.console.shell.Leaving;
import dev.streamgate.console.shell.ShellView;
import dev.streamgate.console.shell.ShellViewModel;
import dev.streamgate.console.shell.WindowView;
import dev.streamgate.console.shell.WindowViewModel;
import dev.streamgate.console.signin.SignInViewModel.SignedIn;
import dev.streamgate.console.text.Catalogue;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;

/// Makes what fills the window, in one language. Another language makes another one, which goes on
/// where this one has been.
final class WindowWiring {
  private final SharedParts shared;
  private final HostViewModel host;
  private final ViewerHistory history;
  private final ShellViewModel shell;
  private final WindowViewModel window;
  private final EntranceWiring entrance;
  private final ScreenWiring screens;
  private final WindowView view;
  private final Consumer<Locale> otherLanguage;

  WindowWiring(
      Surroundings outside,
      String language,
      HostViewModel host,
      ViewerHistory history,
      Consumer<Locale> otherLanguage) {
    this.host = host;
    this.otherLanguage = otherLanguage;
    this.history = history;
    shared = SharedParts.make(outside, language);
    host.speak(shared.texts(HostPanel.class));
    entrance = new EntranceWiring(outside, shared);
    shell =
        new ShellViewModel(
            outside.apis().staff(),
            new ShellViewModel.Frame(shared.calls(), shared.status(), shared.work(), shared.live()),
            outside.tasks(),
            shared.texts(ShellViewModel.class),
            shared.formats());
    window =
        new WindowViewModel(
            entrance.signIn(),
            entrance.passwordChange(),
            shell,
            outside.preferences(),
            outside.tasks());
    screens = new ScreenWiring(outside, shared, shell, history, host, this::speak);
    shared.calls().onSignInEnded(window::signInEnded);
    shared.live().listen(history::told);
    view =
        new WindowView(
            shared.dialogs(),
            frame(),
            () -> entrance.welcome(this::connect, this::openHost),
            () -> entrance.signInForm(this::openHost),
            entrance.passwordForm());
    DisabledHints.in(
        view.root(),
        shared.calls().connection().onlineProperty()::get,
        shared.texts(DisabledHints.class));
  }

  Parent root() {
    return view.root();
  }

  /// Begins with the sign-in, or with the welcome if nobody has ever signed in.
  void begin() {
    if (entrance.isFirstRun()) {
      window.welcome();
    }
    view.follow(window);
  }

  /// Goes on where another window has been, or begins.
  void goOn(Optional<SignedIn> session) {
    session.ifPresentOrElse(
        signedIn -> {
          view.follow(window);
          window.goOn(signedIn, Destination.SETTINGS);
        },
        this::begin);
  }

  /// Ends all that goes on by itself, and tells who was signed in.
  Optional<SignedIn> close() {
    Optional<SignedIn> session = window.session();
    shell.close();
    shared.calls().connection().rest();
    return session;
  }

  Leaving leaving() {
    HostPanel panel = hostPanel();
    return new Leaving(
        shared.work(),
        shared.dialogs(),
        shared.texts(ShellViewModel.class),
        new Leaving.Typed(this::isTouched, shared.discarding()),
        new Leaving.Host() {
          @Override
          public boolean isUp() {
            return host.isUp();
          }

          @Override
          public void end(Runnable after) {
            panel.stopWithConsole(after);
          }
        });
  }

  /// Where a breakdown of this window is told.
  void tell(Breakdowns breakdowns, Throwable failure, Clipboard clipboard) {
    breakdowns.happened(failure, shared.dialogs(), clipboard, shared.texts(ShellViewModel.class));
  }

  private void connect() {
    window.connect(ServerAddress.DEFAULT.toString());
  }

  private void openHost() {
    hostPanel().open(window::connect);
  }

  private void speak(Locale language, Runnable agreed, Runnable declined) {
    new LanguageChange(
            shared.work(), shared.dialogs(), shared.texts(ShellViewModel.class), this::isTouched)
        .ask(
            () -> {
              agreed.run();
              otherLanguage.accept(language);
            },
            declined);
  }

  private boolean isTouched() {
    return shared.dialogs().isTouched() || screens.isTouched();
  }

  /// Nothing of what was seen stays for whoever signs in next.
  private void signOut() {
    shared
        .discarding()
        .unless(
            screens.isTouched(),
            () -> {
              shell.signOut();
              screens.forget();
              history.clear();
            });
  }

  private HostPanel hostPanel() {
    return new HostPanel(
        shared.dialogs(), shared.dialogs(), shared.views(), host, shared.texts(HostPanel.class));
  }

  private Parent frame() {
    Catalogue texts = shared.texts(ShellView.class);
    KeyList keys = new KeyList(shared.dialogs(), texts, shared.shortcut());
    return shared
        .views()
        .load(
            ShellView.class,
            () ->
                new ShellView(
                    shell,
                    texts,
                    screens::at,
                    new ShellView.Foot(keys::open, this::openHost, this::signOut)))
        .root();
  }
}
