/** Longest pause between attempts to renew a token, in milliseconds. */
const LONGEST_REFRESH_PAUSE = 30_000;

/** Pause before refresh attempt `n + 1` after `n` failures: 1, 2, 4 … 30 s (milliseconds). */
export function refreshPause(failures: number): number {
  return Math.min(LONGEST_REFRESH_PAUSE, 1000 * 2 ** (failures - 1));
}

/** Pauses between attempts to reach the stream, in milliseconds; then it counts as gone. */
export const STREAM_PAUSES: readonly number[] = [1000, 2000, 4000, 8000, 16000];

/** Pauses between the three attempts to validate a code, in milliseconds. */
export const VALIDATE_PAUSES: readonly number[] = [500, 1000];
