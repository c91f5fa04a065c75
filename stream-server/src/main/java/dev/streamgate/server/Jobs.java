package dev.streamgate.server;

import dev.streamgate.model.insight.OperatorWarning;
import dev.streamgate.server.foundation.DatabaseGlance;
import dev.streamgate.server.foundation.MediaConfig;
import dev.streamgate.server.operation.EventOrders;
import dev.streamgate.server.operation.Inspector;
import dev.streamgate.server.operation.Samples;

/// The jobs with a server's data that the command line knows, whoever does them.
record Jobs(EventOrders orders, Samples samples, Inspector inspector) {
  static Jobs of(Base base, ProgrammeWiring programme) {
    return new Jobs(
        new EventOrders(
            programme.editor,
            programme.batches,
            base.database::inTransaction,
            base.config.media().streamRoot()),
        new Samples(
            base.changes,
            programme.events,
            programme.erasure,
            programme.tickets,
            programme.codes,
            new Samples.Trail(base.audit, base.clock)),
        new Inspector(
            programme.listing,
            base.clock,
            new Inspector.Place(
                base.config.database().toString(),
                DatabaseGlance.newestSchema(),
                base.config.media().streamRoot(),
                base.config.media().cache().map(MediaConfig.SegmentCacheConfig::root)),
            () -> base.database.ailment().map(it -> new OperatorWarning(it.code(), it.text()))));
  }
}
