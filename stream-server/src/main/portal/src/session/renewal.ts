import type { Grant, RefreshAnswer, Refusal } from '../api/answers';
import type { Verdict } from './validation';

/** What a renewal may use. */
export interface RenewalWays {
  refresh: (token: string) => Promise<RefreshAnswer>;
  /** Takes a new session with the code the viewer came with. */
  validate: () => Promise<Verdict>;
  /** Whether this session was alive at some time; one that never was is not replaced again. */
  wasAlive: () => boolean;
  /** Goes over to the new session. */
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
  if (verdict.kind === 'refused') return withoutSeat(verdict.refusal);
  ways.reopened(verdict.grant);
  const { playbackToken, tokenExpiresIn } = verdict.grant;
  return { kind: 'renewed', playbackToken, tokenExpiresIn };
}

/** A token that has ended is refused without a cause, but then its session is silent as well. */
function isTimedOut(answer: RefreshAnswer, hasEnded: boolean): boolean {
  if (answer.kind !== 'denied') return false;
  return answer.denial.kind === 'timedOut' || (hasEnded && answer.denial.kind === 'unauthorised');
}

/** What the refusal of a new session means for the viewer, who has done nothing wrong. */
function withoutSeat(refusal: Refusal): RefreshAnswer {
  switch (refusal.kind) {
    case 'revoked':
    case 'unavailable':
    case 'locked':
    case 'expired':
      return { kind: 'denied', denial: refusal };
    case 'inUse':
      return { kind: 'denied', denial: { kind: 'takenOver' } };
    case 'invalid':
      return { kind: 'denied', denial: { kind: 'timedOut' } };
    case 'tooMany':
      return { kind: 'later', retryAfterSeconds: refusal.retryAfterSeconds };
    case 'failed':
      return { kind: 'unreachable' };
  }
}
