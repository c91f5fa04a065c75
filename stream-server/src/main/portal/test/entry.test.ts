import { describe, expect, test } from 'vitest';
import type { Grant, ValidateAnswer } from '../src/api/answers';
import { Farewell } from '../src/api/release';
import { admit } from '../src/entry/admission';
import { pickLanguage, Texts } from '../src/i18n/texts';
import { validatePatiently } from '../src/session/validation';
import { configPatiently, soon } from '../src/session/configuration';
import { contactAddress } from '../src/shell/contactLink';
import { deviceName } from '../src/shell/deviceName';
import { PlayerLoader } from '../src/playerLoader';
import { ServerClock } from '../src/time/serverClock';
import { FakeTimers, settle } from './fakeTimers';

describe('admission', () => {
  test('refuses a mistyped printed code without asking the server', async () => {
    const asked: string[] = [];
    const needs = (style: 'print' | 'any') => ({
      codeStyle: () => Promise.resolve(style),
      validate: (code: string) => {
        asked.push(code);
        return Promise.resolve({ kind: 'refused', refusal: { kind: 'invalid' } } as const);
      },
    });
    const refused = { kind: 'refused', refusal: { kind: 'invalid' } };
    expect(await admit('7K3M-9QWX-2HTX', false, needs('print'))).toEqual(refused);
    expect(asked).toEqual([]);
    expect(await admit('7K3M-9QWX-2HTX', false, needs('any'))).toEqual(refused);
    expect(asked).toEqual(['7K3M9QWX2HTX']);
  });
});

describe('validation', () => {
  async function attempts(answer: ValidateAnswer): Promise<number[]> {
    const timers = new FakeTimers();
    const begun = timers.now();
    const times: number[] = [];
    void validatePatiently(
      () => {
        times.push(timers.now() - begun);
        return Promise.resolve(answer);
      },
      timers,
      new ServerClock(timers.now),
    );
    await timers.pass(60_000);
    return times;
  }

  test('asks a server out of reach three times', async () => {
    expect(await attempts({ kind: 'unreachable' })).toEqual([0, 500, 1500]);
  });

  test.each(['invalid', 'revoked', 'unavailable', 'failed'] as const)(
    'asks once when the code is refused as %s',
    async (kind) => {
      expect(await attempts({ kind: 'refused', refusal: { kind } })).toEqual([0]);
    },
  );
});

describe('the language', () => {
  test.each([
    [undefined, ['de-AT', 'en'], 'de'],
    [undefined, ['fr-FR', 'de'], 'de'],
    [undefined, ['fr'], 'en'],
    ['en', ['de'], 'en'],
    ['toString', ['de'], 'de'],
  ])('chosen %j, browser %j: %s', (chosen, browser, language) => {
    expect(pickLanguage(chosen, browser)).toBe(language);
  });

  test('counts in the right form', () => {
    const texts = new Texts('en', []);
    const say = (amount: number) => texts.counted('access.endsInHours', amount, { amount });
    expect(say(1)).toBe('Access expires in 1 hour');
    expect(say(5)).toBe('Access expires in 5 hours');
  });
});

describe('the contact', () => {
  test.each([
    ['help@example.org', 'mailto:help@example.org'],
    ['mailto:help@example.org', 'mailto:help@example.org'],
    [' https://example.org/help ', 'https://example.org/help'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x@y', undefined],
    [undefined, undefined],
  ])('%j leads to %j', (contact, address) => {
    expect(contactAddress(contact)).toBe(address);
  });
});

describe('release', () => {
  function ways(keepalive: boolean, isOnline: boolean) {
    const sent: unknown[] = [];
    return {
      sent,
      keepalive,
      fetch: (path: unknown, request?: RequestInit) => {
        sent.push([path, request?.keepalive, request?.headers]);
        return isOnline ? Promise.resolve(new Response()) : Promise.reject(new TypeError());
      },
      beacon: (path: string, body: string) => sent.push([path, body]) > 0,
    };
  }

  test('goes by fetch where it outlives the page', () => {
    const browser = ways(true, true);
    new Farewell(browser).release('t0');
    expect(browser.sent).toEqual([['/api/playback/release', true, { Authorization: 'Bearer t0' }]]);
  });

  test('goes by beacon elsewhere, and when fetch fails', async () => {
    const old = ways(false, true);
    new Farewell(old).release('t0');
    expect(old.sent).toEqual([['/api/playback/release', 't0']]);
    const failing = ways(true, false);
    new Farewell(failing).release('t0');
    await settle();
    expect(failing.sent[1]).toEqual(['/api/playback/release', 't0']);
  });
});

describe('the next code', () => {
  test('can wait until the session before it has been released', async () => {
    let answer: (response: Response) => void = () => undefined;
    const farewell = new Farewell({
      fetch: () => new Promise((give) => (answer = give)),
      keepalive: true,
      beacon: () => true,
    });
    let settled = false;
    farewell.release('t0');
    void farewell.settled().then(() => (settled = true));
    await settle();
    expect(settled).toBe(false);
    answer(new Response());
    await settle();
    expect(settled).toBe(true);
  });
});

describe('the server clock', () => {
  test('is set by the attempt that was answered, however many went before', async () => {
    const timers = new FakeTimers();
    const clock = new ServerClock(timers.now);
    let attempt = 0;
    void validatePatiently(
      async () => {
        attempt += 1;
        await new Promise<void>((done) => timers.after(1000, done));
        if (attempt < 3) return { kind: 'unreachable' };
        const serverTime = new Date(timers.now() + 7_200_000 - 500).toISOString();
        return { kind: 'granted', grant: { serverTime } as Grant };
      },
      timers,
      clock,
    );
    await timers.pass(10_000);
    expect(clock.time() - timers.now()).toBe(7_200_000);
  });
});

describe('the player', () => {
  function loader(outcomes: boolean[], status = 0) {
    const asked: string[] = [];
    const answer = (address: string): Promise<string> => {
      asked.push(address);
      return outcomes.shift() ? Promise.resolve('player') : Promise.reject(new TypeError());
    };
    return {
      asked,
      player: new PlayerLoader({
        built: () => answer('built'),
        at: answer,
        address: '/assets/visit-1.js',
        statusOf: () => Promise.resolve(status),
      }),
    };
  }

  test('that could not be fetched is asked for by an address the browser does not know', async () => {
    const { player, asked } = loader([false, false, true]);
    expect([await player.load(), await player.load(), await player.load()]).toEqual([
      undefined,
      undefined,
      'player',
    ]);
    expect(asked).toEqual(['built', '/assets/visit-1.js?again=1', '/assets/visit-1.js?again=2']);
  });

  test('is fetched once', async () => {
    const { player, asked } = loader([true]);
    await Promise.all([player.load(), player.load()]);
    expect(await player.load()).toBe('player');
    expect(asked).toEqual(['built']);
  });

  test('is outdated only when the server says that it is gone', async () => {
    expect(await loader([], 404).player.isOutdated()).toBe(true);
    expect(await loader([], 200).player.isOutdated()).toBe(false);
    expect(await loader([], 0).player.isOutdated()).toBe(false);
  });
});

describe('the configuration', () => {
  const config = {
    appName: 'House',
    codeStyle: 'print',
    serverTime: undefined,
    supportContact: undefined,
    languages: [],
    playbackBaseUrl: '',
  } as const;

  test('is asked for again while the server is out of reach', async () => {
    const timers = new FakeTimers();
    const answers = [undefined, undefined, config];
    const given = configPatiently(() => Promise.resolve(answers.shift()), timers);
    await timers.pass(3000);
    expect(await given).toBe(config);
    expect(answers).toEqual([]);
  });

  test('is not waited for when somebody has a code', async () => {
    const timers = new FakeTimers();
    let told: unknown = 'nothing yet';
    void soon(new Promise(() => undefined), timers).then((value) => (told = value));
    await timers.pass(1400);
    expect(told).toBe('nothing yet');
    await timers.pass(200);
    expect(told).toBeUndefined();
  });
});

test.each([
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Chrome/150.0 Safari/537.36', 'Chrome on macOS'],
  ['Mozilla/5.0 (Windows NT 10.0) Chrome/150.0 Safari/537.36 Edg/150.0', 'Edge on Windows'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1',
    'Safari on iPhone',
  ],
  [
    'Mozilla/5.0 (Linux; Android 14) SamsungBrowser/15.0 Chrome/90.0 Safari/537.36',
    'Samsung Internet on Android',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['a curious client', undefined],
])('staff read %j as %j', (userAgent, name) => {
  expect(deviceName(userAgent)).toBe(name);
});
