import { describe, expect, test } from 'vitest';
import { firstStage, nextStage, type Happening, type Stage } from '../src/session/stage';

const STARTS = Date.parse('2026-03-10T14:00:00Z');
const waiting: Stage = { at: 'waiting', startsAt: STARTS };
const finished: Stage = { at: 'finished' };

function live(stream: 'opening' | 'missing' | 'running' | 'interrupted' | 'failed'): Stage {
  return { at: 'playing', live: true, stream };
}

function status(word: 'not-started' | 'live' | 'recording' | 'ended'): Happening {
  return { type: 'status', status: word, startsAt: STARTS };
}

test('a viewer begins where the event stands', () => {
  expect(firstStage('not-started', STARTS)).toEqual(waiting);
  expect(firstStage('live', STARTS)).toEqual(live('opening'));
  expect(firstStage('recording', STARTS)).toEqual({
    at: 'playing',
    live: false,
    stream: 'opening',
  });
  expect(firstStage('ended', STARTS)).toEqual(finished);
});

describe('in the waiting room', () => {
  test('nothing changes while the event has not started', () => {
    expect(nextStage(waiting, status('not-started'))).toBe(waiting);
  });

  test('a moved start moves the countdown', () => {
    const moved: Happening = { type: 'status', status: 'not-started', startsAt: STARTS + 60_000 };
    expect(nextStage(waiting, moved)).toEqual({ at: 'waiting', startsAt: STARTS + 60_000 });
  });

  test('the picture follows when the event goes live', () => {
    expect(nextStage(waiting, status('live'))).toEqual(live('opening'));
  });

  test('what a stream does is of no matter', () => {
    expect(nextStage(waiting, { type: 'stream', state: 'failed' })).toBe(waiting);
    expect(nextStage(waiting, { type: 'retried' })).toBe(waiting);
  });
});

describe('while the event is on', () => {
  test('a missing playlist means waiting for the stream, then the picture', () => {
    const missing = nextStage(live('opening'), { type: 'stream', state: 'missing' });
    expect(missing).toEqual(live('missing'));
    expect(nextStage(missing, { type: 'stream', state: 'missing' })).toBe(missing);
    expect(nextStage(missing, { type: 'stream', state: 'running' })).toEqual(live('running'));
  });

  test('an interruption ends well, or badly until the viewer tries again', () => {
    const broken = nextStage(live('running'), { type: 'stream', state: 'interrupted' });
    expect(nextStage(broken, { type: 'stream', state: 'running' })).toEqual(live('running'));
    const failed = nextStage(broken, { type: 'stream', state: 'failed' });
    expect(failed).toEqual(live('failed'));
    expect(nextStage(failed, { type: 'stream', state: 'running' })).toBe(failed);
    expect(nextStage(failed, { type: 'retried' })).toEqual(live('opening'));
  });

  test('the live event becomes a recording without stopping', () => {
    const recording = { at: 'playing', live: false, stream: 'running' };
    expect(nextStage(live('running'), { type: 'streamCompleted' })).toEqual(recording);
    expect(nextStage(live('running'), status('recording'))).toEqual(recording);
  });

  test('the end of the event is its end for a live viewer', () => {
    expect(nextStage(live('running'), status('ended'))).toEqual(finished);
    const recording: Stage = { at: 'playing', live: false, stream: 'running' };
    expect(nextStage(recording, status('ended'))).toBe(recording);
  });

  test('a recording without playlist is a broken stream', () => {
    const recording: Stage = { at: 'playing', live: false, stream: 'opening' };
    const next = nextStage(recording, { type: 'stream', state: 'missing' });
    expect(next).toEqual({ at: 'playing', live: false, stream: 'failed' });
  });
});

test('after the end only Back leads on', () => {
  expect(nextStage(finished, status('ended'))).toBe(finished);
  expect(nextStage(finished, status('recording'))).toBe(finished);
});

test('a denial closes every stage, and nothing opens it again', () => {
  const denied: Happening = { type: 'denied', denial: { kind: 'revoked' } };
  for (const stage of [waiting, live('running')]) {
    const closed = nextStage(stage, denied);
    expect(closed).toEqual({ at: 'closed', closing: { kind: 'revoked' } });
    expect(nextStage(closed, status('live'))).toBe(closed);
    expect(nextStage(closed, { type: 'denied', denial: { kind: 'expired' } })).toBe(closed);
  }
});
