package dev.streamgate.server.cli.completion;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The shells for which there is a script that completes verbs and options.
public enum Shell {
  BASH {
    @Override
    public String script(List<Completable> verbs) {
      String cases =
          each(verbs, it -> "    %s) options='%s' ;;\n".formatted(it.verb(), it.optionNames()));
      return """
      # Completes verbs and options of streamgate in bash. To have it now:
      #   source <(streamgate completion bash)
      _streamgate() {
        local word=${COMP_WORDS[COMP_CWORD]} verb=${COMP_WORDS[1]} options=
        COMPREPLY=()
        if [ "$COMP_CWORD" -le 1 ]; then
          COMPREPLY=($(compgen -W '%s --help --version' -- "$word"))
          return
        fi
        case $verb in
      %s  esac
        case $word in
          -*)
            COMPREPLY=($(compgen -W "$options" -- "$word"))
            case ${COMPREPLY[0]-} in *=) compopt -o nospace 2>/dev/null ;; esac
            ;;
          *)
            local IFS=$'\\n'
            COMPREPLY=($(compgen -f -- "$word"))
            ;;
        esac
      }
      complete -o filenames -F _streamgate streamgate
      """
          .formatted(names(verbs), cases);
    }
  },
  ZSH {
    @Override
    public String script(List<Completable> verbs) {
      String described = each(verbs, it -> "    %s\n".formatted(pair(it.verb(), it.description())));
      return """
      #compdef streamgate
      # Completes verbs and options of streamgate in zsh. To have it now:
      #   source <(streamgate completion zsh)
      _streamgate() {
        local -a verbs options
        verbs=(
      %s  )
        if (( CURRENT == 2 )); then
          _describe 'verb' verbs
          return
        fi
        case $words[2] in
      %s  esac
        if [[ $PREFIX == -* ]]; then
          _describe -o 'option' options
        else
          _files
        fi
      }
      if [[ $funcstack[1] == _streamgate ]]; then _streamgate "$@"; else compdef _streamgate streamgate; fi
      """
          .formatted(described, each(verbs, Shell::zshOptions));
    }
  },
  FISH {
    @Override
    public String script(List<Completable> verbs) {
      return """
      # Completes verbs and options of streamgate in fish. To have it now:
      #   streamgate completion fish | source
      complete -c streamgate -n __fish_use_subcommand -f
      """
          + each(verbs, Shell::fishVerb);
    }
  };

  /// The script, to be read by the shell.
  public abstract String script(List<Completable> verbs);

  private static String names(List<Completable> verbs) {
    return String.join(" ", verbs.stream().map(Completable::verb).toList());
  }

  private static String each(List<Completable> verbs, Function<Completable, String> form) {
    return verbs.stream().map(form).collect(Collectors.joining());
  }

  private static String zshOptions(Completable verb) {
    String options =
        verb.options().stream()
            .map(it -> pair(it.name(), it.description()))
            .collect(Collectors.joining(" "));
    return "    %s) options=(%s) ;;\n".formatted(verb.verb(), options);
  }

  private static String fishVerb(Completable verb) {
    String own =
        "complete -c streamgate -n __fish_use_subcommand -a %s -d %s\n"
            .formatted(verb.verb(), quoted(verb.description()));
    return own
        + verb.options().stream().map(it -> fishOption(verb, it)).collect(Collectors.joining());
  }

  /// An option whose value follows `=` requires it.
  private static String fishOption(Completable verb, Completable.Option option) {
    String name = option.name().substring(2);
    String form = name.endsWith("=") ? name.substring(0, name.length() - 1) + " -r" : name;
    return "complete -c streamgate -n '__fish_seen_subcommand_from %s' -l %s -d %s\n"
        .formatted(verb.verb(), form, quoted(option.description()));
  }

  /// A name and what it means, for zsh, where the first colon parts them.
  private static String pair(String name, String description) {
    return quoted(name + ":" + description.replace(":", "\\:"));
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
