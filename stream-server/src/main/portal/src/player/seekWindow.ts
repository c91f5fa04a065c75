/** A stretch of media time, in seconds. */
export interface SeekWindow {
  start: number;
  end: number;
}

/** A live playlist that keeps less than this is no window worth a seek bar (seconds). */
const SHORTEST_DVR = 60;

/** Distance in seconds from the live edge at which a viewer counts as behind. */
const BEHIND = 12;

/** Where the viewer may go, or undefined: all of a recording, of a live stream its DVR window. */
export function seekWindow(seekable: TimeRanges, live: boolean): SeekWindow | undefined {
  if (seekable.length === 0) return undefined;
  const window = { start: seekable.start(0), end: seekable.end(seekable.length - 1) };
  return live && window.end - window.start < SHORTEST_DVR ? undefined : window;
}

/** The position nearest to `target` inside the window. */
export function clampTo(window: SeekWindow, target: number): number {
  return Math.min(window.end, Math.max(window.start, target));
}

/** Whether a viewer at `position` has fallen behind the live edge. */
export function isBehind(position: number, liveEdge: number | undefined): boolean {
  return liveEdge !== undefined && liveEdge - position > BEHIND;
}
