package dev.streamgate.console.screen;

import java.util.function.Consumer;
import javafx.scene.Node;

/// What a cell of a table shows of one row after the other: made once, and told each row.
///
/// @param show changes the node so that it tells of this row
public record CellNode<T>(Node node, Consumer<T> show) {}
