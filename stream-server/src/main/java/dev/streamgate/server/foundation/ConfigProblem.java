package dev.streamgate.server.foundation;

import java.util.Optional;

/// What is wrong with the configuration.
///
/// @param text one line that names the key
/// @param place where that was given; empty for what is missing or concerns several keys
public record ConfigProblem(String text, Optional<ConfigPlace> place) {}
