import type { ValidateAnswer } from '../api/answers';
import type { ServerClock } from '../time/serverClock';
import type { Timers } from '../time/timers';
import { VALIDATE_PAUSES } from './backoff';

/** An answer after all attempts; out of reach has become an ordinary failure. */
export type Verdict = Exclude<ValidateAnswer, { kind: 'unreachable' }>;

/**
 * Asks for access, at most three times when the server is out of reach or broken. A refusal is
 * never asked again (Spec, portal §2.3). A grant sets the clock.
 */
export async function validatePatiently(
  ask: () => Promise<ValidateAnswer>,
  timers: Timers,
  clock: ServerClock,
): Promise<Verdict> {
  const attempt = () => clock.setBy(ask, serverTimeOf);
  for (const pause of VALIDATE_PAUSES) {
    const answer = await attempt();
    if (answer.kind !== 'unreachable') return answer;
    await new Promise<void>((resume) => timers.after(pause, resume));
  }
  const answer = await attempt();
  return answer.kind === 'unreachable' ? { kind: 'refused', refusal: { kind: 'failed' } } : answer;
}

function serverTimeOf(answer: ValidateAnswer): string | undefined {
  return answer.kind === 'granted' ? answer.grant.serverTime : undefined;
}
