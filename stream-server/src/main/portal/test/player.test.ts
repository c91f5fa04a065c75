import { describe, expect, test } from 'vitest';
import { clockTime } from '../src/player/clockTime';
import { keyAction, type KeyPress } from '../src/player/keys';
import { MediaAddress } from '../src/player/mediaAddress';
import { clampTo, isBehind, seekWindow } from '../src/player/seekWindow';
import { accessNotice } from '../src/session/accessEnd';
import { ServerClock } from '../src/time/serverClock';
import { countdownParts } from '../src/waiting/countdown';

function press(key: string, changes: Partial<KeyPress> = {}): KeyPress {
  return {
    key,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    focus: 'body',
    editable: false,
    ...changes,
  };
}

describe('keys', () => {
  test.each([
    [' ', { do: 'togglePlay' }],
    ['f', { do: 'toggleFullscreen' }],
    ['M', { do: 'toggleMute' }],
    ['ArrowLeft', { do: 'seek', seconds: -10 }],
    ['ArrowRight', { do: 'seek', seconds: 10 }],
    ['ArrowUp', { do: 'volume', change: 0.1 }],
    ['ArrowDown', { do: 'volume', change: -0.1 }],
    ['x', undefined],
  ])('%j does %j', (key, action) => {
    expect(keyAction(press(key))).toEqual(action);
  });

  test('do nothing while typing or with a modifier', () => {
    expect(keyAction(press('f', { focus: 'input' }))).toBeUndefined();
    expect(keyAction(press('f', { editable: true }))).toBeUndefined();
    expect(keyAction(press('f', { ctrlKey: true }))).toBeUndefined();
    expect(keyAction(press('f', { metaKey: true }))).toBeUndefined();
  });

  test('move a focused slider by the same steps', () => {
    const onVolume = { focus: 'input', slider: 'volume' } as const;
    expect(keyAction(press('ArrowLeft', onVolume))).toEqual({ do: 'volume', change: -0.1 });
    expect(keyAction(press('ArrowRight', onVolume))).toEqual({ do: 'volume', change: 0.1 });
    const onProgress = { focus: 'input', slider: 'progress' } as const;
    expect(keyAction(press('ArrowRight', onProgress))).toEqual({ do: 'seek', seconds: 10 });
  });

  test('that are held switch nothing to and fro, but go on seeking and getting louder', () => {
    for (const key of [' ', 'f', 'm']) {
      expect(keyAction(press(key, { repeat: true }))).toBeUndefined();
    }
    expect(keyAction(press('ArrowLeft', { repeat: true }))).toEqual({ do: 'seek', seconds: -10 });
    expect(keyAction(press('ArrowUp', { repeat: true }))).toEqual({ do: 'volume', change: 0.1 });
  });

  test('leave Space to a focused button', () => {
    expect(keyAction(press(' ', { focus: 'button' }))).toBeUndefined();
    expect(keyAction(press(' ', { focus: 'media-mute-button' }))).toBeUndefined();
    expect(keyAction(press('m', { focus: 'media-mute-button' }))).toEqual({ do: 'toggleMute' });
  });
});

describe('the token on a media request', () => {
  test('is a header on the page’s own origin', () => {
    const address = new MediaAddress('', '/streams/e/stream.m3u8', 'https://gate.example/?x=1');
    expect(address.playlist).toBe('https://gate.example/streams/e/stream.m3u8');
    expect(address.headerFor(address.playlist, 'a.b.c')).toBe('Bearer a.b.c');
    expect(address.forRequest(address.playlist, 'a.b.c')).toBe(address.playlist);
  });

  test('is a query value on another origin', () => {
    const address = new MediaAddress(
      'https://cdn.example/',
      '/streams/e/s.m3u8',
      'https://g.example',
    );
    expect(address.headerFor(address.playlist, 't')).toBeUndefined();
    expect(address.forRequest('https://cdn.example/streams/e/1.ts', 't')).toBe(
      'https://cdn.example/streams/e/1.ts?__token=t',
    );
    expect(address.forRequest('https://cdn.example/streams/e/l.m3u8?_HLS_msn=3', 't')).toBe(
      'https://cdn.example/streams/e/l.m3u8?_HLS_msn=3&__token=t',
    );
  });

  test('takes the place of an older one that a playlist brought', () => {
    const address = new MediaAddress('https://cdn.example', '/s.m3u8', 'https://gate.example');
    const segment = 'https://cdn.example/1.ts';
    for (const query of ['__token=old', 'a=1&__token=old', '__token=old&a=1']) {
      const asked = new URL(address.forRequest(`${segment}?${query}`, 'new'));
      expect(asked.searchParams.getAll('__token')).toEqual(['new']);
      expect(asked.searchParams.get('a')).toBe(query.includes('a=1') ? '1' : null);
    }
  });

  test('never goes to a third place', () => {
    for (const base of ['', 'https://cdn.example']) {
      const address = new MediaAddress(base, '/streams/e/s.m3u8', 'https://gate.example');
      const foreign = 'https://elsewhere.example/streams/e/1.ts';
      expect(address.headerFor(foreign, 't')).toBeUndefined();
      expect(address.forRequest(foreign, 't')).toBe(foreign);
    }
  });
});

describe('seeking', () => {
  const ranges = (...spans: [number, number][]): TimeRanges => ({
    length: spans.length,
    start: (index) => spans[index]?.[0] ?? 0,
    end: (index) => spans[index]?.[1] ?? 0,
  });

  test('is free in a recording, and in a live stream only with a window', () => {
    expect(seekWindow(ranges([0, 30]), false)).toEqual({ start: 0, end: 30 });
    expect(seekWindow(ranges([100, 124]), true)).toBeUndefined();
    expect(seekWindow(ranges([100, 700]), true)).toEqual({ start: 100, end: 700 });
    expect(seekWindow(ranges(), false)).toBeUndefined();
  });

  test('stays inside the window', () => {
    expect(clampTo({ start: 10, end: 60 }, 3)).toBe(10);
    expect(clampTo({ start: 10, end: 60 }, 99)).toBe(60);
  });

  test('behind is more than a few seconds from the live edge', () => {
    expect(isBehind(80, 100)).toBe(true);
    expect(isBehind(95, 100)).toBe(false);
    expect(isBehind(95, undefined)).toBe(false);
  });
});

test.each([
  [0, '0:00'],
  [65.9, '1:05'],
  [3600, '1:00:00'],
  [Number.NaN, '0:00'],
  [Number.POSITIVE_INFINITY, '0:00'],
])('%d s is written %s', (seconds, text) => {
  expect(clockTime(seconds)).toBe(text);
});

test('a countdown has two digits each and stops at zero', () => {
  const days = 86_400_000;
  expect(countdownParts(3 * days + 3_723_000)).toEqual({
    days: '03',
    hours: '01',
    minutes: '02',
    seconds: '03',
  });
  expect(countdownParts(1).seconds).toBe('01');
  expect(countdownParts(-5000).seconds).toBe('00');
});

test.each([
  [7 * 3600, undefined],
  [6 * 3600, undefined],
  [6 * 3600 - 1, { unit: 'hours', amount: 5 }],
  [3600, { unit: 'hours', amount: 1 }],
  [3599, { unit: 'minutes', amount: 59 }],
  [20, { unit: 'minutes', amount: 1 }],
  [0, undefined],
])('with %d s of access left the header says %j', (seconds, notice) => {
  expect(accessNotice(seconds * 1000)).toEqual(notice);
});

test('the server’s clock allows for the way of the answer', () => {
  const clock = new ServerClock(() => 3000);
  clock.set(new Date(12_000).toISOString(), 1000);
  expect(clock.time()).toBe(13_000);
  clock.set('nonsense', 1000);
  expect(clock.time()).toBe(13_000);
});
