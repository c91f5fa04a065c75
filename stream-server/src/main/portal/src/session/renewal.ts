import type { Denial, Grant, RefreshAnswer, Refusal } from '../api/answers';
import type { Verdict } from './validation';

/** What a renewal may use. */
export interface RenewalWays {
  refresh: (token: string) => Promise<RefreshAnswer>;
  /** Takes a new session with the code the viewer came with. */
  validate: () => Promise<Verdict>;
  /** Whether this session was alive at some time; one that never was is not replaced again. */
  wasAlive: () => boolean;
  reopened: (grant: Grant) => void;
}

/**
 * Renews a token. A session that merely timed out, as after a laptop's sleep, is replaced by a new
 * one with the same code, once, without bothering the viewer.
 */
export async function renewAccess(
  token: string,
  hasEnded: boolean,
  ways: RenewalWays,
): Promise<RefreshAnswer> {
  const answer = await ways.refresh(token);
  if (!isTimedOut(answer, hasEnded) || !ways.wasAlive()) return answer;
  const verdict = await ways.validate();
  if (verdict.kind === 'refused') return { kind: 'denied', denial: denialOf(verdict.refusal) };
  ways.reopened(verdict.grant);
  const { playbackToken, tokenExpiresIn } = verdict.grant;
  return { kind: 'renewed', playbackToken, tokenExpiresIn };
}

/** A token that has ended is refused without a cause, but then its session is silent as well. */
function isTimedOut(answer: RefreshAnswer, hasEnded: boolean): boolean {
  if (answer.kind !== 'denied') return false;
  return answer.denial.kind === 'timedOut' || (hasEnded && answer.denial.kind === 'unauthorised');
}

function denialOf(refusal: Refusal): Denial {
  switch (refusal.kind) {
    case 'revoked':
    case 'unavailable':
    case 'locked':
    case 'expired':
      return refusal;
    case 'inUse':
      return { kind: 'takenOver' };
    case 'invalid':
    case 'tooMany':
    case 'failed':
      return { kind: 'timedOut' };
  }
}
