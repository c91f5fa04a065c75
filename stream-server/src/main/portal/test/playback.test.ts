import { expect, test } from 'vitest';
import { isFullscreen } from '../src/player/fullscreen';
import { Playback } from '../src/player/playback';
import type { Preferences } from '../src/shell/preferences';
import { settle } from './fakeTimers';

/** As much of a video element as starting it takes; `allows` says what the browser lets it do. */
class FakeVideo extends EventTarget {
  paused = true;
  ended = false;
  volume = 1;
  muted = false;
  allows: 'all' | 'silence' | 'nothing' = 'all';

  play(): Promise<void> {
    const isAllowed = this.allows === 'all' || (this.allows === 'silence' && this.muted);
    if (!isAllowed) return Promise.reject(new DOMException('no', 'NotAllowedError'));
    this.paused = false;
    this.dispatchEvent(new Event('play'));
    this.dispatchEvent(new Event('playing'));
    return Promise.resolve();
  }

  pause(): void {
    this.paused = true;
    this.dispatchEvent(new Event('pause'));
  }

  async begin(): Promise<void> {
    this.dispatchEvent(new Event('loadedmetadata'));
    await settle();
  }
}

function scene(allows: FakeVideo['allows']) {
  const video = new FakeVideo();
  video.allows = allows;
  const offered = { sound: false, play: false };
  const preferences = { volume: 1, muted: false } as Preferences;
  const playback = new Playback(video as unknown as HTMLVideoElement, preferences, {
    sound: (isOffered) => (offered.sound = isOffered),
    play: (isOffered) => (offered.play = isOffered),
  });
  return { video, offered, playback };
}

test('a picture that may not even move in silence is started by a press, with sound', async () => {
  const { video, offered, playback } = scene('nothing');
  await video.begin();
  expect(offered).toEqual({ sound: false, play: true });
  video.allows = 'all';
  playback.play();
  await settle();
  expect(video).toMatchObject({ paused: false, muted: false });
  expect(offered).toEqual({ sound: false, play: false });
});

test('a press for sound also starts a picture that stands', async () => {
  const { video, offered, playback } = scene('silence');
  await video.begin();
  expect(offered).toEqual({ sound: true, play: false });
  video.pause();
  video.allows = 'all';
  playback.play();
  await settle();
  expect(video).toMatchObject({ paused: false, muted: false });
});

test('a picture that was paused before it came offers to start', async () => {
  const { video, offered } = scene('all');
  video.pause();
  await video.begin();
  expect(video.paused).toBe(true);
  expect(offered.play).toBe(true);
});

test('a picture the viewer paused stays as it is when it is loaded anew', async () => {
  const { video, offered } = scene('all');
  await video.begin();
  video.pause();
  await video.begin();
  expect(video.paused).toBe(true);
  expect(offered.play).toBe(false);
});

test('older Safari knows fullscreen by another name', () => {
  const controller = { hasAttribute: () => false } as unknown as HTMLElement;
  const full = {} as Element;
  expect(isFullscreen(controller, { webkitFullscreenElement: full })).toBe(true);
  expect(isFullscreen(controller, { webkitFullscreenElement: null })).toBe(false);
  expect(isFullscreen(controller, { fullscreenElement: full })).toBe(true);
  expect(isFullscreen(controller, {})).toBe(false);
});
