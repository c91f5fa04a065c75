/// The wire contract of StreamGate and the rules that server and console share.
@org.jspecify.annotations.NullMarked
package dev.streamgate.model;
