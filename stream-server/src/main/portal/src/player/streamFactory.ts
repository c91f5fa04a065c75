import Hls from 'hls.js';
import { HlsStream } from './hlsStream';
import { NativeStream, type NativeNeeds } from './nativeStream';
import type { Stream, StreamListener } from './stream';

/** Makes the streams of one visit. */
export class StreamFactory {
  constructor(
    private readonly needs: NativeNeeds & { mayUseCookie: boolean },
    private readonly playerConfig: () => Record<string, unknown>,
  ) {}

  /**
   * The way to play in this browser. hls.js is asked first, since some browsers answer "maybe" to
   * native HLS without meaning it.
   */
  best(video: HTMLVideoElement, listener: StreamListener): Stream {
    return Hls.isSupported()
      ? new HlsStream(video, this.needs, this.playerConfig, listener)
      : new NativeStream(video, this.needs, listener, this.needs.mayUseCookie);
  }

  /** A stream that a television can fetch by itself, by an address that holds the token. */
  portable(video: HTMLVideoElement, listener: StreamListener): Stream {
    video.disableRemotePlayback = false;
    return new NativeStream(video, this.needs, listener, false);
  }

  /** A text file on the media side, such as captions; undefined if it cannot be had. */
  async text(path: string): Promise<string | undefined> {
    const { address } = this.needs;
    const token = await this.needs.token();
    const url = address.onMediaSide(path);
    const authorization = address.headerFor(url, token);
    try {
      const response = await this.needs.fetch(address.forRequest(url, token), {
        headers: authorization === undefined ? {} : { Authorization: authorization },
      });
      return response.ok ? await response.text() : undefined;
    } catch {
      return undefined;
    }
  }
}
