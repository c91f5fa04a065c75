package dev.streamgate.model.operation;

/// A backup that the command line orders.
///
/// @param secrets whether it holds the file of secrets and staff sign-ins as well
public record BackupOrder(boolean secrets) {}
