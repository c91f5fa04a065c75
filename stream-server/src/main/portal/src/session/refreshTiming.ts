/** Tokens that live shorter than this are renewed by their proportion instead of a fixed lead. */
const SHORT_LIFE = 600;
const LEAD = 600;
const LEAST_DELAY = 30;
const LOW_REMAINDER = 300;

/** Longest time in seconds that one request is expected to take until the server has judged it. */
const REQUEST_TIME = 5;

/**
 * Seconds from receiving a token to renewing it: 600 s before its end, at 5/6 of a life under
 * 10 min, never sooner than 30 s (Spec, portal §2.3).
 */
export function refreshDelay(lifeSeconds: number): number {
  const planned = lifeSeconds < SHORT_LIFE ? (lifeSeconds * 5) / 6 : lifeSeconds - LEAD;
  return Math.max(LEAST_DELAY, planned);
}

/**
 * Whether a device that may have slept should renew at once: less than 5 min remain, or of a short
 * token less than the sixth that the plan leaves anyway.
 */
export function isRefreshOverdue(lifeSeconds: number, remainingSeconds: number): boolean {
  const threshold = lifeSeconds < SHORT_LIFE ? lifeSeconds / 6 : LOW_REMAINDER;
  return remainingSeconds < threshold;
}

/** Whether a request sent now could still be under way when its token ends. */
export function wouldOutlive(remainingSeconds: number): boolean {
  return remainingSeconds < REQUEST_TIME;
}
