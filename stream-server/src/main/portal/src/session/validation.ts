import type { ValidateAnswer } from '../api/answers';
import type { Timers } from '../time/timers';
import { VALIDATE_PAUSES } from './backoff';

/** An answer after all attempts; out of reach has become an ordinary failure. */
export type Verdict = Exclude<ValidateAnswer, { kind: 'unreachable' }>;

/**
 * Asks for access, at most three times when the server is out of reach or broken. A refusal is
 * never asked again (Spec, portal §2.3).
 */
export async function validatePatiently(
  ask: () => Promise<ValidateAnswer>,
  timers: Timers,
): Promise<Verdict> {
  for (const pause of VALIDATE_PAUSES) {
    const answer = await ask();
    if (answer.kind !== 'unreachable') return answer;
    await new Promise<void>((resume) => timers.after(pause, resume));
  }
  const answer = await ask();
  return answer.kind === 'unreachable' ? { kind: 'refused', refusal: { kind: 'failed' } } : answer;
}
