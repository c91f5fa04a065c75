import Hls from 'hls.js';
import type { HlsLoadingNeeds } from './hlsLoading';
import { HlsStream } from './hlsStream';
import { NativeStream } from './nativeStream';
import type { Stream, StreamListener } from './stream';

/**
 * Picks the way to play. hls.js is asked first, since some browsers answer "maybe" to native HLS
 * without meaning it.
 */
export function chooseStream(
  video: HTMLVideoElement,
  needs: HlsLoadingNeeds,
  playerConfig: Record<string, unknown>,
  fetch: typeof globalThis.fetch,
  listener: StreamListener,
): Stream {
  return Hls.isSupported()
    ? new HlsStream(video, needs, playerConfig, listener)
    : new NativeStream(video, needs, fetch, listener);
}
