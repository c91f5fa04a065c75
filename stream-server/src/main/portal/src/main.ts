import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import './theme/entry.css';
import './theme/waiting.css';
import './theme/player.css';
import './theme/menus.css';
import './theme/watermark.css';
import './theme/overlay.css';
import { Diary } from './api/diary';
import { FailureLog } from './api/failureLog';
import { GateApi } from './api/gateApi';
import { Farewell } from './api/release';
import { PlayerLoader } from './playerLoader';
import type { Player } from './visit';
import { Portal } from './portal';
import { offerDetails } from './shell/copyDetails';
import { configPatiently } from './session/configuration';
import { deviceName } from './shell/deviceName';
import { embeddedEvent } from './shell/embedding';
import { Preferences } from './shell/preferences';
import { Shell } from './shell/shell';
import { ServerClock } from './time/serverClock';
import { WorkerTimers } from './time/workerTimers';

const now = () => Date.now();
const fetch = window.fetch.bind(window);
const timers = new WorkerTimers(new Worker(new URL('./time/timers.worker.ts', import.meta.url)));
const isVerbose = new URLSearchParams(window.location.search).get('debug') === '1';
const diary = new Diary(now, isVerbose ? console : undefined);
const failures = new FailureLog(fetch, now, console);
const device = deviceName(navigator.userAgent);
const eventId = embeddedEvent(window.location.pathname);
const api = new GateApi(fetch, timers, failures, diary, {
  ...(device === undefined ? {} : { deviceName: device }),
  ...(eventId === undefined ? {} : { eventId }),
});
if (eventId !== undefined) document.documentElement.dataset['embedded'] = '';
const shell = new Shell(
  document,
  new Preferences(() => window.localStorage),
  timers,
  navigator.languages,
);

const clock = new ServerClock(now);
const askConfig = () =>
  clock.setBy(
    () => api.config(),
    (config) => config?.serverTime,
  );

const portal = new Portal({
  shell,
  api,
  fetch,
  diary,
  now,
  chance: () => Math.random(),
  config: configPatiently(askConfig, timers),
  player: new PlayerLoader<Player>({
    built: () => import('./visit'),
    at: (address) => import(/* @vite-ignore */ address) as Promise<Player>,
    address: document.querySelector<HTMLMetaElement>('meta[name=player]')?.content,
    statusOf: (address) =>
      fetch(address, { method: 'HEAD', cache: 'no-store' }).then(
        ({ status }) => status,
        () => 0,
      ),
  }),
  beginAnew: (code) => {
    // Once: a page that is outdated again would begin anew for ever.
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    if (visit?.type === 'reload') return;
    window.history.replaceState(null, '', `#code=${encodeURIComponent(code)}`);
    window.location.reload();
  },
  clock,
  onlyEvent: eventId,
  farewell: new Farewell({
    fetch,
    keepalive: 'keepalive' in Request.prototype,
    beacon: (path, body) => navigator.sendBeacon(path, body),
  }),
  location: window.location,
  history: window.history,
});

if (isVerbose) offerDetails(document, shell, () => diary.details(navigator.userAgent));
portal.open();

window.addEventListener('hashchange', () => portal.followLink());
window.addEventListener('pagehide', () => portal.hide());
window.addEventListener('pageshow', (event) => {
  if (event.persisted) portal.restore();
});
window.addEventListener('online', () => portal.wake());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') portal.wake();
});
