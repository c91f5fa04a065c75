import { describe, expect, test } from 'vitest';
import { MediaAddress } from '../src/player/mediaAddress';
import { MediaRecovery } from '../src/player/mediaRecovery';
import { NativeStream } from '../src/player/nativeStream';
import { FakeTimers, settle } from './fakeTimers';

/** As much of a video element as a browser's own player shows. */
class FakeVideo extends EventTarget {
  readonly sources: string[] = [];
  currentTime = 0;
  duration = Number.NaN;
  window: [start: number, end: number] | undefined;

  get seekable() {
    const [start, end] = this.window ?? [0, 0];
    return { length: this.window ? 1 : 0, start: () => start, end: () => end };
  }

  set src(address: string) {
    this.sources.push(address);
    this.currentTime = 0;
  }

  removeAttribute(): void {
    this.sources.push('');
  }

  load(): void {
    // Nothing is loaded here.
  }

  /** The browser knows length and tracks of a recording. */
  begin(duration: number): void {
    this.duration = duration;
    this.dispatchEvent(new Event('loadedmetadata'));
    this.dispatchEvent(new Event('playing'));
  }
}

/** A request that is never answered. */
const HANGS = -1;

const PLAYLIST = 'https://gate.example/streams/e/s.m3u8';

/** A native player whose HEAD requests are answered with these statuses, the last one for ever. */
function scene(statuses: number[], mediaSide = '', mayUseCookie = true) {
  const timers = new FakeTimers();
  const video = new FakeVideo();
  const told: string[] = [];
  const heads: string[] = [];
  let token = 't0';
  const recovery = new MediaRecovery({
    currentToken: () => token,
    renew: () => {
      token = 't1';
      stream.tokenRenewed();
      told.push('renewed');
      return Promise.resolve('renewed');
    },
    interrupted: () => told.push('interrupted'),
    restored: () => told.push('restored'),
    failed: () => told.push('failed'),
    timers,
    now: timers.now,
  });
  const address = new MediaAddress(mediaSide, '/streams/e/s.m3u8', 'https://gate.example/');
  const stream: NativeStream = new NativeStream(
    video as unknown as HTMLVideoElement,
    {
      token: () => Promise.resolve(token),
      recovery,
      address,
      timers,
      now: timers.now,
      fetch: (url, request) => {
        heads.push(String(url));
        const status = (statuses.length > 1 ? statuses.shift() : statuses[0]) ?? 0;
        if (status === HANGS) {
          return new Promise((_give, refuse) => {
            request?.signal?.addEventListener('abort', () => refuse(new TypeError()));
          });
        }
        return status === 0
          ? Promise.reject(new TypeError())
          : Promise.resolve(new Response(null, { status }));
      },
    },
    {
      missing: () => told.push('missing'),
      completed: () => told.push('completed'),
      qualityChanged: () => undefined,
      note: () => undefined,
    },
    mayUseCookie,
  );
  const renew = (): void => {
    token = 't1';
    stream.tokenRenewed();
  };
  return { stream, video, timers, told, heads, renew };
}

describe('the browser’s own player', () => {
  test('gets the plain address where the cookie opens it, and no reload when that is renewed', async () => {
    const { stream, video, heads, renew } = scene([200]);
    stream.open();
    await settle();
    expect(heads).toEqual([PLAYLIST]);
    expect(video.sources).toEqual([PLAYLIST]);
    renew();
    await settle();
    expect(video.sources).toHaveLength(1);
  });

  test('gets the token where the cookie is not taken', async () => {
    const { stream, video } = scene([401]);
    stream.open();
    await settle();
    expect(video.sources).toEqual([`${PLAYLIST}?__token=t0`]);
  });

  test('gets the token on another origin, where no cookie is tried', async () => {
    const { stream, video, heads } = scene([200], 'https://cdn.example');
    stream.open();
    await settle();
    expect(heads).toEqual([]);
    expect(video.sources).toEqual(['https://cdn.example/streams/e/s.m3u8?__token=t0']);
  });

  test('gets the token for a television, whatever the cookie could do', async () => {
    const { stream, video, heads } = scene([200], '', false);
    stream.open(30);
    await settle();
    expect(heads).toEqual([]);
    expect(video.sources).toEqual([`${PLAYLIST}?__token=t0`]);
    video.begin(600);
    expect(video.currentTime).toBe(30);
  });

  test('goes on at the same place when the token in its address is renewed', async () => {
    const { stream, video, renew } = scene([401]);
    stream.open();
    await settle();
    video.begin(600);
    video.currentTime = 125;
    renew();
    await settle();
    expect(video.sources).toEqual([`${PLAYLIST}?__token=t0`, `${PLAYLIST}?__token=t1`]);
    video.begin(600);
    expect(video.currentTime).toBe(125);
  });

  test('refused once renews the token once and loads once', async () => {
    const { stream, video, told } = scene([401, 403, 401]);
    stream.open();
    await settle();
    video.dispatchEvent(new Event('error'));
    await settle();
    expect(told).toEqual(['renewed']);
    expect(video.sources).toEqual([`${PLAYLIST}?__token=t0`, `${PLAYLIST}?__token=t1`]);
  });

  test('without a playlist waits for the stream to start', async () => {
    const { stream, video, told } = scene([401, 404]);
    stream.open();
    await settle();
    video.dispatchEvent(new Event('error'));
    await settle();
    expect(told).toEqual(['missing']);
  });

  test('that stands still for 4 s without a network reconnects, and says when it is back', async () => {
    const { stream, video, timers, told } = scene([401, 0, 401]);
    stream.open();
    await settle();
    video.begin(600);
    video.currentTime = 40;
    video.dispatchEvent(new Event('waiting'));
    await timers.pass(3900);
    expect(told).toEqual([]);
    await timers.pass(200);
    expect(told).toEqual(['interrupted']);
    await timers.pass(1000);
    expect(video.sources).toHaveLength(2);
    video.begin(600);
    expect(video.currentTime).toBe(40);
    expect(told).toEqual(['interrupted', 'restored']);
  });

  test('that is merely slow is left alone for a while', async () => {
    const { stream, video, timers, told } = scene([200]);
    stream.open();
    await settle();
    video.begin(600);
    video.dispatchEvent(new Event('waiting'));
    await timers.pass(15_000);
    expect(told).toEqual([]);
    expect(video.sources).toHaveLength(1);
  });

  test('that stands behind a playlist that is fine is loaded anew, and given up at last', async () => {
    const { stream, video, timers, told } = scene([200]);
    stream.open();
    await settle();
    video.begin(600);
    video.currentTime = 40;
    video.dispatchEvent(new Event('waiting'));
    await timers.pass(17_100);
    expect(told).toEqual(['interrupted']);
    expect(video.sources).toHaveLength(2);
    await timers.pass(200_000);
    expect(told.at(-1)).toBe('failed');
    expect(video.sources).toHaveLength(6);
  });

  test('does not wait for ever to learn whether the cookie opens the playlist', async () => {
    const { stream, video, timers } = scene([HANGS]);
    stream.open();
    await timers.pass(5000);
    expect(video.sources).toEqual([`${PLAYLIST}?__token=t0`]);
  });

  test('that stands still while nobody answers is reconnected all the same', async () => {
    const { stream, video, timers, told } = scene([401, HANGS]);
    stream.open();
    await settle();
    video.begin(600);
    video.dispatchEvent(new Event('waiting'));
    await timers.pass(9000);
    expect(told).toEqual(['interrupted']);
  });

  test('has its stream back also when the picture is paused', async () => {
    const { stream, video, timers, told } = scene([401, 0, 401]);
    stream.open();
    await settle();
    video.dispatchEvent(new Event('error'));
    await timers.pass(1000);
    expect(told).toEqual(['interrupted']);
    video.dispatchEvent(new Event('loadeddata'));
    expect(told).toEqual(['interrupted', 'restored']);
  });

  test('keeps its place in a live window when the token in its address is renewed', async () => {
    const { stream, video, timers, renew } = scene([401]);
    stream.open();
    await settle();
    video.window = [0, 600];
    video.begin(Number.POSITIVE_INFINITY);
    video.currentTime = 500;
    renew();
    await timers.pass(2000);
    video.window = undefined;
    video.dispatchEvent(new Event('loadedmetadata'));
    expect(video.currentTime).toBe(0);
    video.window = [0, 590];
    video.dispatchEvent(new Event('canplay'));
    expect(video.currentTime).toBe(590 - 100 - 2);
    video.dispatchEvent(new Event('canplay'));
    expect(video.currentTime).toBe(488);
  });

  test('at the live edge goes on at the live edge', async () => {
    const { stream, video, renew } = scene([401]);
    stream.open();
    await settle();
    video.window = [0, 600];
    video.begin(Number.POSITIVE_INFINITY);
    video.currentTime = 594;
    renew();
    await settle();
    video.begin(Number.POSITIVE_INFINITY);
    expect(video.currentTime).toBe(0);
  });

  test('told to stop asks no more', async () => {
    const { stream, video, timers, heads } = scene([200]);
    stream.open();
    await settle();
    video.dispatchEvent(new Event('waiting'));
    stream.halt();
    await timers.pass(20_000);
    video.dispatchEvent(new Event('error'));
    await settle();
    expect(heads).toHaveLength(1);
  });
});
