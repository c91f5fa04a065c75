import Hls from 'hls.js';

/** What is played on while the new rendition is fetched, in seconds. */
const LEAST_LEAD = 0.75;
const LONGEST_LEAD = 1.5;

/**
 * Changes to a rendition within about two seconds and without a stall: what lies further ahead than
 * the new rendition needs to arrive is thrown away and loaded anew. hls.js by itself would either
 * wait for the next segments or stop the picture. On a line too slow for that it waits.
 */
export function switchSoon(hls: Hls, video: HTMLVideoElement, level: number): void {
  const lead = Math.max(LEAST_LEAD, fetchTime(hls, level) * 1.5);
  const from = video.currentTime + lead;
  if (lead > LONGEST_LEAD || bufferedUntil(video) <= from) {
    hls.nextLevel = level;
    return;
  }
  hls.stopLoad();
  hls.loadLevel = level;
  hls.once(Hls.Events.BUFFER_FLUSHED, () => hls.startLoad());
  hls.trigger(Hls.Events.BUFFER_FLUSHING, {
    startOffset: from,
    endOffset: Number.POSITIVE_INFINITY,
    type: null,
  });
}

/** Seconds it probably takes to fetch one segment of a rendition. */
function fetchTime(hls: Hls, level: number): number {
  const { bitrate = 0, details } = hls.levels[level] ?? {};
  const duration = details?.targetduration ?? hls.latestLevelDetails?.targetduration ?? 0;
  return (bitrate * duration) / Math.max(1, hls.bandwidthEstimate);
}

/** Where the stretch that is being played ends in the buffer. */
function bufferedUntil({ buffered, currentTime }: HTMLVideoElement): number {
  for (let range = 0; range < buffered.length; range += 1) {
    if (buffered.start(range) <= currentTime && currentTime <= buffered.end(range)) {
      return buffered.end(range);
    }
  }
  return currentTime;
}
