import type { WatchProgress } from '../api/answers';

const LEAST = 10;
const LAST = 10;

/**
 * Where a recording goes on, in seconds, or undefined when it starts from the beginning: beyond the
 * first 10 s, before the last 10 s, and not seen to the end (Spec, portal §2.5).
 */
export function resumePoint(progress: WatchProgress | undefined): number | undefined {
  if (!progress || progress.isCompleted || progress.lastPositionSeconds <= LEAST) return undefined;
  const { lastPositionSeconds: position, durationSeconds: duration } = progress;
  return duration !== null && position >= duration - LAST ? undefined : position;
}
