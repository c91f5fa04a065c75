import type { Grant } from './api/answers';
import type { Diary } from './api/diary';
import type { GateApi } from './api/gateApi';
import type { Farewell } from './api/release';
import { MediaAddress } from './player/mediaAddress';
import { MediaRecovery } from './player/mediaRecovery';
import { PlayerScreen } from './player/playerScreen';
import { ProgressReports } from './player/progressReports';
import { resumePoint } from './player/resume';
import { StreamFactory } from './player/streamFactory';
import type { Stage } from './session/stage';
import { validatePatiently } from './session/validation';
import { Viewing, type ViewingFace } from './session/viewing';
import type { Shell } from './shell/shell';
import type { Chance } from './time/spread';
import type { Cancel, Now } from './time/timers';
import type { ServerClock } from './time/serverClock';
import { showEnded } from './waiting/endedScreen';
import { WaitingScreen } from './waiting/waitingScreen';

/** Time in milliseconds that playback waits to learn where it was left. */
const RESUME_PATIENCE = 1500;

/** What a visit is wired from. */
export interface VisitNeeds {
  shell: Shell;
  api: GateApi;
  fetch: typeof globalThis.fetch;
  farewell: Farewell;
  diary: Diary;
  now: Now;
  chance: Chance;
  clock: ServerClock;
  pageAddress: string;
  back: () => void;
}

export { PreviewVisit } from './preview/previewVisit';

/** What is loaded apart from the entry screen. */
export type Player = typeof import('./visit');

/** A viewer's visit to one event: joins the viewing with the screens that show it. */
export class Visit implements ViewingFace {
  private readonly viewing: Viewing;
  private readonly recovery: MediaRecovery;
  private readonly address: MediaAddress;
  private player: PlayerScreen | undefined;
  private waiting: WaitingScreen | undefined;
  private progress: ProgressReports | undefined;
  private failed = false;

  constructor(
    private grant: Grant,
    code: string,
    private readonly needs: VisitNeeds,
  ) {
    const { api, shell, now, clock, farewell, chance } = needs;
    this.address = new MediaAddress(grant.playbackBaseUrl, grant.streamPath, needs.pageAddress);
    needs.diary.visit(grant.sessionId, grant.eventId);
    this.viewing = new Viewing(
      grant,
      {
        refresh: (token) => api.refresh(token),
        heartbeat: (token) => api.heartbeat(token),
        status: (eventId, token) => api.status(eventId, token),
        validate: () => validatePatiently(() => api.validate(code, false), shell.timers, clock),
        release: (token) => farewell.release(token),
        setClock: async () => {
          await clock.setBy(
            () => api.config(),
            (config) => config?.serverTime,
          );
        },
      },
      this,
      { timers: shell.timers, now, serverNow: clock.time, chance },
    );
    const { viewing } = this;
    this.recovery = new MediaRecovery({
      currentToken: () => viewing.keeper.current,
      renew: () => viewing.keeper.renew(),
      interrupted: () => viewing.happen({ type: 'stream', state: 'interrupted' }),
      restored: () => viewing.happen({ type: 'stream', state: 'running' }),
      failed: () => viewing.happen({ type: 'stream', state: 'failed' }),
      timers: shell.timers,
      now,
    });
  }

  begin(): void {
    this.viewing.begin();
  }

  wake(): void {
    this.viewing.wake();
  }

  /** Ends the visit; the session's place becomes free. */
  leave(): void {
    this.viewing.leave();
    this.waiting?.close();
    this.player?.close();
  }

  show(stage: Stage): void {
    this.needs.diary.note(`stage ${Object.values(stage).map(named).join(' ')}`);
    this.failed = stage.at === 'playing' && stage.stream === 'failed';
    if (stage.at !== 'waiting') this.closeWaiting();
    switch (stage.at) {
      case 'waiting':
        return this.waitingScreen().show(stage.startsAt);
      case 'playing':
        return this.playerScreen().showPlaying(stage);
      case 'closed':
        return this.playerScreen().showClosed(stage);
      case 'finished':
        this.player?.close();
        this.player = undefined;
        return showEnded(this.needs.shell, this.grant.event.title, this.needs.back);
    }
  }

  showAccess: ViewingFace['showAccess'] = (notice) => this.player?.showAccess(notice);

  warnAccessEnds(minutes: number): boolean {
    const { texts } = this.needs.shell;
    this.player?.toast(texts.counted('access.warning', minutes, { minutes }));
    return this.player !== undefined;
  }

  openStream(): void {
    void this.player?.openStream();
  }

  tokenRenewed(): void {
    this.player?.tokenRenewed();
  }

  sessionReplaced(grant: Grant): void {
    this.grant = grant;
    this.needs.diary.visit(grant.sessionId, grant.eventId);
    this.player?.adopt(grant);
    this.progress?.sessionReplaced();
    if (this.address.moveTo(grant.playbackBaseUrl, grant.streamPath)) this.retry();
  }

  woken(): void {
    this.needs.diary.note('woken');
    if (this.failed) this.retry();
    else this.recovery.hurry();
  }

  private retry(): void {
    this.recovery.reset();
    this.viewing.happen({ type: 'retried' });
  }

  private waitingScreen(): WaitingScreen {
    const { shell, clock, back } = this.needs;
    this.waiting ??= new WaitingScreen(
      shell,
      this.grant.event,
      { back, startIsDue: () => this.viewing.startIsDue() },
      clock.time,
    );
    return this.waiting;
  }

  private closeWaiting(): void {
    this.waiting?.close();
    this.waiting = undefined;
  }

  private playerScreen(): PlayerScreen {
    const { shell, fetch, back, diary, now } = this.needs;
    const { grant, recovery, viewing, address } = this;
    const { timers } = shell;
    const loading = { token: () => viewing.keeper.usable(), recovery, address, fetch, timers, now };
    const streams = new StreamFactory(
      { ...loading, mayUseCookie: true },
      () => this.grant.playerConfig,
    );
    this.player ??= new PlayerScreen({
      shell,
      grant,
      badge: (live) => (live ? 'live' : 'recording'),
      stream: (video, listener) => streams.best(video, listener),
      portableStream: (video, listener) => streams.portable(video, listener),
      readCaptions: (path) => streams.text(path),
      resumePoint: () => this.resumePoint(),
      watched: (video, isLive) => this.reportProgress(video, isLive),
      happen: (happening) => viewing.happen(happening),
      note: (what) => diary.note(what),
      retry: () => this.retry(),
      back,
      now,
    });
    return this.player;
  }

  /** Asks for a short while only: better from the beginning than late. */
  private async resumePoint(): Promise<number | undefined> {
    const { api, shell } = this.needs;
    const tooLate = new Promise<undefined>((give) => {
      shell.timers.after(RESUME_PATIENCE, () => give(undefined));
    });
    return resumePoint(await Promise.race([api.progress(this.viewing.keeper.current), tooLate]));
  }

  private reportProgress(video: HTMLVideoElement, isLive: () => boolean): Cancel {
    const { api, shell } = this.needs;
    const progress = new ProgressReports({
      video,
      timers: shell.timers,
      isLive,
      send: (report) => void api.reportProgress(this.viewing.keeper.current, report),
    });
    this.progress = progress;
    return () => progress.close();
  }
}

/** A part of a stage in a word. */
function named(part: unknown): string {
  return typeof part === 'object' ? JSON.stringify(part) : String(part);
}
