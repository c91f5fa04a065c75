import { describe, expect, test } from 'vitest';
import type { PortalConfig, PreviewAnswer } from '../src/api/answers';
import { readPreviewAnswer } from '../src/api/reading';
import { Texts } from '../src/i18n/texts';
import type { PreviewLink } from '../src/pageLink';
import { closingContent } from '../src/player/overlayContent';
import { openPreview } from '../src/preview/previewDoor';
import { readPreview, type Preview } from '../src/preview/preview';
import { PreviewViewing } from '../src/preview/previewViewing';
import type { Stage } from '../src/session/stage';
import { FakeTimers, settle } from './fakeTimers';

const HOUR = 3_600_000;

function tokenOf(claims: unknown): string {
  return ['{"alg":"HS256"}', JSON.stringify(claims), 'signature']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
}

const CLAIMS = { eid: 'evt-1', sid: 'sid-1', sp: '/streams/evt-1/preview/', exp: 4600 };
const TOKEN = tokenOf(CLAIMS);

describe('the token of a preview', () => {
  test('says what to play and until when', () => {
    expect(readPreview(TOKEN, false)).toEqual({
      token: TOKEN,
      eventId: 'evt-1',
      sessionId: 'sid-1',
      streamPath: '/streams/evt-1/preview/stream.m3u8',
      expiresAt: 4_600_000,
      isForStaff: false,
    });
  });

  test.each([
    ['nothing', ''],
    ['a word', 'token'],
    ['two parts', TOKEN.split('.').slice(0, 2).join('.')],
    ['four parts', `${TOKEN}.x`],
    ['no JSON', 'a.b.c'],
    ['a list', tokenOf([])],
    ['null', tokenOf(null)],
    ['no end', tokenOf({ ...CLAIMS, exp: undefined })],
    ['an end in words', tokenOf({ ...CLAIMS, exp: '4600' })],
    ['no event', tokenOf({ ...CLAIMS, eid: undefined })],
    ['the folder of another event', tokenOf({ ...CLAIMS, sp: '/streams/evt-2/' })],
    ['a folder elsewhere', tokenOf({ ...CLAIMS, sp: '//elsewhere.example/streams/evt-1/' })],
    ['a folder above', tokenOf({ ...CLAIMS, sp: '/streams/evt-1/../../' })],
    ['a file', tokenOf({ ...CLAIMS, sp: '/streams/evt-1' })],
  ])('that is %s leads nowhere', (_what, token) => {
    expect(readPreview(token, true)).toBeUndefined();
  });
});

describe('the door', () => {
  const config: PortalConfig = {
    appName: 'House',
    codeStyle: 'print',
    serverTime: undefined,
    supportContact: undefined,
    languages: [],
    playbackBaseUrl: 'https://media.example',
  };

  interface World {
    answer?: PreviewAnswer;
    config?: PortalConfig | undefined;
    player?: string | undefined;
    onlyEvent?: string;
    now?: number;
  }

  async function open(link: PreviewLink, world: World = {}) {
    const asked: string[] = [];
    const opening = await openPreview(link, {
      ask: (eventId) => {
        asked.push(eventId);
        return Promise.resolve(world.answer ?? { kind: 'granted', token: TOKEN });
      },
      config: Promise.resolve('config' in world ? world.config : config),
      player: Promise.resolve('player' in world ? world.player : 'player'),
      onlyEvent: world.onlyEvent,
      serverNow: () => world.now ?? 1_000_000,
    });
    return { opening, asked };
  }

  const anybody: PreviewLink = { to: 'preview', eventId: 'evt-1' };
  const staff: PreviewLink = {
    to: 'staffPreview',
    token: tokenOf({ ...CLAIMS, sp: '/streams/evt-1/' }),
  };

  test('asks the server for everybody’s token', async () => {
    const { opening, asked } = await open(anybody);
    expect(opening).toMatchObject({
      kind: 'open',
      mediaOrigin: 'https://media.example',
      preview: { token: TOKEN, isForStaff: false },
    });
    expect(asked).toEqual(['evt-1']);
  });

  test('asks nothing for what staff bring along', async () => {
    const { opening, asked } = await open(staff);
    expect(opening).toMatchObject({
      kind: 'open',
      preview: { streamPath: '/streams/evt-1/stream.m3u8', isForStaff: true },
    });
    expect(asked).toEqual([]);
  });

  test.each([
    ['denied', { kind: 'denied' }, { kind: 'restricted', why: 'preview.none' }],
    ['asked too often', { kind: 'tooMany' }, { kind: 'failed', why: 'refusal.tooMany' }],
    ['out of reach', { kind: 'unreachable' }, { kind: 'failed', why: 'refusal.failed' }],
    ['a riddle', { kind: 'granted', token: 'riddle' }, { kind: 'failed', why: 'refusal.failed' }],
  ] as const)('says so when the server is %s', async (_what, answer, opening) => {
    expect((await open(anybody, { answer })).opening).toEqual(opening);
  });

  test('stays shut for a token that is none, or is over', async () => {
    expect((await open({ to: 'staffPreview', token: 'x' })).opening).toEqual({
      kind: 'restricted',
      why: 'preview.none',
    });
    expect((await open(staff, { now: 4_600_000 })).opening).toEqual({
      kind: 'restricted',
      why: 'overlay.expired',
    });
  });

  test('leads to no other event than the page’s own', async () => {
    const elsewhere = { onlyEvent: 'evt-2' };
    const none = { kind: 'restricted', why: 'preview.none' };
    expect(await open(anybody, elsewhere)).toEqual({ opening: none, asked: [] });
    expect((await open(staff, elsewhere)).opening).toEqual(none);
    expect((await open(anybody, { onlyEvent: 'evt-1' })).opening).toMatchObject({ kind: 'open' });
  });

  test('tells nothing before the configuration is there, which names whom to ask', async () => {
    let told: PortalConfig | undefined = undefined;
    let tell: (config: PortalConfig) => void = () => undefined;
    const opening = openPreview(anybody, {
      ask: () => Promise.resolve({ kind: 'denied' }),
      config: new Promise<PortalConfig>((give) => (tell = give)).then((it) => (told = it)),
      player: Promise.resolve('player'),
      onlyEvent: undefined,
      serverNow: () => 0,
    }).then(() => told);
    await settle();
    tell(config);
    expect(await opening).toBe(config);
  });

  test('needs the configuration and the player', async () => {
    const failed = { kind: 'failed', why: 'refusal.failed' };
    expect((await open(staff, { config: undefined })).opening).toEqual(failed);
    expect((await open(staff, { player: undefined })).opening).toEqual(failed);
  });
});

test.each([
  [200, { data: { token: 'a.b.c' } }, { kind: 'granted', token: 'a.b.c' }],
  [200, {}, { kind: 'unreachable' }],
  [400, {}, { kind: 'denied' }],
  [403, { code: 'ACCESS_DENIED' }, { kind: 'denied' }],
  [404, {}, { kind: 'denied' }],
  [429, {}, { kind: 'tooMany' }],
])('an answer %d %j to the question for a preview means %j', (status, body, meaning) => {
  expect(readPreviewAnswer({ status, body, retryAfter: null })).toEqual(meaning);
});

describe('a look', () => {
  function scene(changes: Partial<Preview> = {}) {
    const timers = new FakeTimers();
    const stages: Stage[] = [];
    let opened = 0;
    const preview: Preview = {
      token: 't0',
      eventId: 'evt-1',
      sessionId: 'sid-1',
      streamPath: '/streams/evt-1/stream.m3u8',
      expiresAt: timers.now() + HOUR,
      isForStaff: true,
      ...changes,
    };
    const face = { show: (stage: Stage) => stages.push(stage), openStream: () => (opened += 1) };
    const viewing = new PreviewViewing(preview, face, { timers, serverNow: timers.now });
    viewing.begin();
    return {
      timers,
      viewing,
      stages,
      shown: () => stages[stages.length - 1],
      opened: () => opened,
    };
  }

  const over: Stage = { at: 'closed', closing: { kind: 'expired' } };

  test('plays with its one token until that ends', async () => {
    const { viewing, timers, shown } = scene();
    expect(shown()).toEqual({ at: 'playing', live: true, stream: 'opening' });
    viewing.happen({ type: 'stream', state: 'running' });
    await timers.pass(HOUR - 1);
    expect(await viewing.token()).toBe('t0');
    expect(shown()).toMatchObject({ at: 'playing' });
    await timers.pass(1);
    expect(shown()).toEqual(over);
    expect(timers.planned()).toEqual([]);
  });

  test('ends with the first refusal, for there is no other token', async () => {
    const { viewing, timers, shown, stages } = scene();
    expect(await viewing.renew()).toBe('denied');
    expect(await viewing.renew()).toBe('denied');
    expect(shown()).toEqual(over);
    expect(stages).toHaveLength(2);
    expect(timers.planned()).toEqual([]);
  });

  test('ends on waking, if that is after its end', () => {
    const { viewing, timers, shown } = scene();
    timers.sleep(2 * HOUR);
    viewing.wake();
    expect(shown()).toEqual(over);
  });

  test('of staff waits for a stream that is not there yet', async () => {
    const { viewing, timers, shown, opened } = scene();
    viewing.happen({ type: 'stream', state: 'missing' });
    expect(shown()).toMatchObject({ stream: 'missing' });
    await timers.pass(5000);
    expect(opened()).toBe(1);
    viewing.happen({ type: 'stream', state: 'running' });
    await timers.pass(5000);
    expect(opened()).toBe(1);
  });

  test('of everybody has a picture or none', () => {
    const { viewing, shown } = scene({ isForStaff: false });
    viewing.happen({ type: 'stream', state: 'missing' });
    expect(shown()).toEqual({ at: 'playing', live: false, stream: 'failed' });
    viewing.happen({ type: 'retried' });
    expect(shown()).toMatchObject({ stream: 'opening' });
  });

  test('of everybody ends with the way to the whole', () => {
    const { viewing, shown } = scene({ isForStaff: false });
    viewing.finish();
    expect(shown()).toEqual({ at: 'closed', closing: { kind: 'previewOver' } });
    expect(closingContent({ kind: 'previewOver' }, new Texts('en', []))).toEqual({
      title: 'Preview',
      text: 'Enter your access code to watch the full event.',
      enter: 'Enter access code',
    });
  });

  test('of staff may be seen once more', () => {
    const { viewing, stages } = scene();
    viewing.finish();
    expect(stages).toHaveLength(1);
  });

  test('that is left leaves nothing running', async () => {
    const { viewing, timers, stages } = scene();
    viewing.happen({ type: 'stream', state: 'missing' });
    viewing.stop();
    expect(timers.planned()).toEqual([]);
    await timers.pass(2 * HOUR);
    expect(stages).toHaveLength(2);
  });
});
