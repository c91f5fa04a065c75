package dev.streamgate.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.streamgate.model.insight.AuditActions;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class AuditActionTest {
  @Test
  void staffCanLookForWhateverIsWrittenDown() {
    assertThat(AuditActions.NAMES)
        .containsExactly(
            Arrays.stream(AuditAction.values()).map(AuditAction::name).toArray(String[]::new));
  }
}
