import { describe, expect, test } from 'vitest';
import { readGrant } from '../src/api/grant';
import { readProgress } from '../src/api/reading';
import { pictureBox } from '../src/player/pictureBox';
import { isSparing, renditionsOf } from '../src/player/renditions';
import { resumePoint } from '../src/player/resume';
import { spread } from '../src/time/spread';

describe('the box of a picture', () => {
  test('has bars above and below on an upright phone', () => {
    expect(pictureBox({ width: 360, height: 740 }, { width: 1280, height: 720 })).toEqual({
      left: 0,
      top: 268.75,
      width: 360,
      height: 202.5,
    });
  });

  test('is the whole element while there is no picture', () => {
    const whole = { left: 0, top: 0, width: 360, height: 740 };
    expect(pictureBox({ width: 360, height: 740 }, { width: 0, height: 0 })).toEqual(whole);
  });
});

describe('renditions', () => {
  test('are listed once per height, the tallest first, by their best bitrate', () => {
    const variants = [
      { height: 360, bitrate: 400 },
      { height: 720, bitrate: 900 },
      { height: 720, bitrate: 1500 },
      { height: 0, bitrate: 64 },
    ];
    expect(renditionsOf(variants)).toEqual([
      { id: 2, height: 720 },
      { id: 0, height: 360 },
    ]);
  });

  test('start low where the viewer pays by the megabyte', () => {
    expect(isSparing({ saveData: true })).toBe(true);
    expect(isSparing({ type: 'cellular' })).toBe(true);
    expect(isSparing({ type: 'wifi', saveData: false })).toBe(false);
    expect(isSparing(undefined)).toBe(false);
  });
});

describe('a recording goes on', () => {
  const at = (position: number, isCompleted = false, duration: number | null = 600) =>
    resumePoint({ lastPositionSeconds: position, isCompleted, durationSeconds: duration });

  test('where it was left', () => {
    expect(at(11)).toBe(11);
    expect(at(589)).toBe(589);
    expect(at(120, false, null)).toBe(120);
  });

  test('from the beginning, if it was hardly begun, nearly over or seen to the end', () => {
    expect([at(10), at(590), at(120, true), resumePoint(undefined)]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('from the beginning, if the answer makes no sense', () => {
    expect(resumePoint(readProgress({ lastPositionSeconds: 'far' }))).toBeUndefined();
  });
});

test('viewers who came together do not ask together', () => {
  expect([spread(30_000, () => 0), spread(30_000, () => 0.5)]).toEqual([27_000, 30_000]);
});

test('a grant brings watermark and captions along, and leaves out what cannot be used', () => {
  const body = {
    event: {},
    playbackToken: 't',
    streamPath: '/streams/e/stream.m3u8',
    eventId: 'e',
    status: 'live',
    tokenExpiresIn: 3600,
    watermark: { watermarkId: 'x', displayText: 'VIP ••••2HTW | 11111111' },
    captions: [{ language: 'de', label: 'Deutsch', path: '/streams/e/de.vtt' }, { language: 'en' }],
  };
  expect(readGrant(body)).toMatchObject({
    watermark: { displayText: 'VIP ••••2HTW | 11111111' },
    captions: [{ language: 'de', label: 'Deutsch', path: '/streams/e/de.vtt' }],
  });
  expect(readGrant({ ...body, watermark: null, captions: null })).toMatchObject({
    watermark: undefined,
    captions: [],
  });
});
