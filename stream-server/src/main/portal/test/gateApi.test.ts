import { Diary } from '../src/api/diary';
import { describe, expect, test } from 'vitest';
import { FailureLog } from '../src/api/failureLog';
import { GateApi } from '../src/api/gateApi';
import { embeddedEvent } from '../src/shell/embedding';
import { FakeTimers } from './fakeTimers';

/** The API with a server that gives this answer to everything, and a record of requests and log. */
function apiWith(respond: (path: string, request: RequestInit) => Promise<Response>) {
  const timers = new FakeTimers();
  const requests: { path: string; request: RequestInit }[] = [];
  const logged: unknown[][] = [];
  const fetch = (path: unknown, request: RequestInit = {}) => {
    requests.push({ path: String(path), request });
    return respond(String(path), request);
  };
  const record = (...words: unknown[]) => void logged.push(words);
  const log = new FailureLog(fetch, timers.now, { info: record, warn: record });
  return {
    api: new GateApi(fetch, timers, log, new Diary(timers.now, undefined), {
      deviceName: 'Chrome on macOS',
      eventId: 'evt-1',
    }),
    timers,
    requests,
    logged,
  };
}

function json(status: number, body: unknown): () => Promise<Response> {
  return () => Promise.resolve(new Response(JSON.stringify(body), { status }));
}

describe('heartbeats', () => {
  test.each([
    [200, 'alive'],
    [401, 'unauthorised'],
    [404, 'lost'],
    [409, 'displaced'],
    [500, 'unreachable'],
    [503, 'unreachable'],
  ])('answered with %i mean %s', async (status, meaning) => {
    const { api } = apiWith(json(status, {}));
    expect(await api.heartbeat('t0')).toBe(meaning);
  });
});

test('status is asked with the token and without the code', async () => {
  const { api, requests } = apiWith(
    json(200, { status: 'live', startsAt: '2026-03-10T14:00:00.000Z' }),
  );
  expect(await api.status('evt-1', 't0')).toMatchObject({ kind: 'status', status: 'live' });
  expect(requests[0]?.path).toBe('/api/events/evt-1/status');
  expect(requests[0]?.request.headers).toEqual({ Authorization: 'Bearer t0' });
});

test('a code is sent with device and event of the page, and takes a seat over only when told to', async () => {
  const { api, requests } = apiWith(json(401, {}));
  await api.validate('CODE', false);
  await api.validate('CODE', true);
  expect(requests.map(({ request }) => JSON.parse(String(request.body)))).toEqual([
    { code: 'CODE', deviceName: 'Chrome on macOS', eventId: 'evt-1' },
    { code: 'CODE', deviceName: 'Chrome on macOS', eventId: 'evt-1', takeover: true },
  ]);
});

test('an answer that lacks what a player needs is no grant', async () => {
  const { api } = apiWith(json(200, { playbackToken: 't0' }));
  expect(await api.validate('ABC', false)).toEqual({
    kind: 'refused',
    refusal: { kind: 'failed' },
  });
});

test('a call without an answer is given up after 15 s', async () => {
  const { api, timers } = apiWith(
    (_path, request) =>
      new Promise((_resolve, reject) => {
        request.signal?.addEventListener('abort', () => reject(new Error('aborted')));
      }),
  );
  const answers: unknown[] = [];
  void api.refresh('t0').then((answer) => answers.push(answer));
  await timers.pass(14_999);
  expect(answers).toEqual([]);
  await timers.pass(1);
  expect(answers).toEqual([{ kind: 'unreachable' }]);
});

test('a page reports a failure ten times and no more, with the fields there are for it', async () => {
  const { api, requests } = apiWith(json(401, { error: 'Unauthorized', code: 'X' }));
  for (let call = 0; call < 15; call += 1) await api.heartbeat('t0');
  const reports = requests.filter(({ path }) => path === '/api/client-errors');
  expect(reports).toHaveLength(10);
  expect(Object.keys(JSON.parse(String(reports[0]?.request.body))).sort()).toEqual([
    'detail',
    'hasToken',
    'status',
    'timestamp',
    'type',
    'url',
  ]);
});

test('a playback call refused with 401 is reported, without its token', async () => {
  const { api, requests, logged } = apiWith(json(401, { error: 'Unauthorized' }));
  await api.heartbeat('secret-token');
  const report = requests[1];
  expect(report?.path).toBe('/api/client-errors');
  expect(JSON.parse(String(report?.request.body))).toMatchObject({
    type: 'PLAYBACK_AUTH_FAILED',
    url: '/api/playback/heartbeat',
    hasToken: true,
  });
  expect(JSON.stringify([logged, report?.request.body])).not.toContain('secret-token');
});

test.each([
  ['/embed/evt-1', 'evt-1'],
  ['/embed/a%20b', 'a b'],
  ['/embed/', undefined],
  ['/', undefined],
  ['/embedded/evt-1', undefined],
])('the page %s is for the event %s', (path, eventId) => {
  expect(embeddedEvent(path)).toBe(eventId);
});
