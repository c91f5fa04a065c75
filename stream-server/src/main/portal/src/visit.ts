import type { Grant } from './api/answers';
import type { GateApi } from './api/gateApi';
import { releaseSession, type PartingWays } from './api/release';
import { chooseStream } from './player/chooseStream';
import { MediaAddress } from './player/mediaAddress';
import { MediaRecovery } from './player/mediaRecovery';
import { PlayerScreen } from './player/playerScreen';
import type { Stage } from './session/stage';
import { validatePatiently } from './session/validation';
import { Viewing, type ViewingFace } from './session/viewing';
import type { Shell } from './shell/shell';
import type { Now } from './time/timers';
import { ServerClock } from './time/serverClock';
import { showEnded } from './waiting/endedScreen';
import { WaitingScreen } from './waiting/waitingScreen';

/** What a visit is wired from. */
export interface VisitNeeds {
  shell: Shell;
  api: GateApi;
  fetch: typeof globalThis.fetch;
  parting: PartingWays;
  now: Now;
  clock: ServerClock;
  pageAddress: string;
  back: () => void;
}

/** A viewer's visit to one event: joins the viewing with the screens that show it. */
export class Visit implements ViewingFace {
  private readonly viewing: Viewing;
  private readonly recovery: MediaRecovery;
  private player: PlayerScreen | undefined;
  private waiting: WaitingScreen | undefined;

  constructor(
    private readonly grant: Grant,
    code: string,
    private readonly needs: VisitNeeds,
  ) {
    const { api, shell, now, clock, parting } = needs;
    this.viewing = new Viewing(
      grant,
      {
        refresh: (token) => api.refresh(token),
        heartbeat: (token) => api.heartbeat(token),
        status: (eventId, token) => api.status(eventId, token),
        validate: () => validatePatiently(() => api.validate(code, false), shell.timers),
        release: (token) => releaseSession(token, parting),
      },
      this,
      shell.timers,
      now,
      clock.time,
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

  warnAccessEnds(minutes: number): void {
    const { texts } = this.needs.shell;
    this.player?.toast(texts.counted('access.warning', minutes, { minutes }));
  }

  openStream(): void {
    this.player?.openStream();
  }

  tokenRenewed(): void {
    this.player?.tokenRenewed();
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
    const { shell, fetch, back, pageAddress } = this.needs;
    const { grant, recovery, viewing } = this;
    const { playbackBaseUrl, streamPath, playerConfig } = grant;
    const address = new MediaAddress(playbackBaseUrl, streamPath, pageAddress);
    const loading = { token: () => viewing.keeper.usable(), recovery, address };
    this.player ??= new PlayerScreen({
      shell,
      event: grant.event,
      stream: (video, listener) => chooseStream(video, loading, playerConfig, fetch, listener),
      happen: (happening) => viewing.happen(happening),
      retry: () => {
        recovery.reset();
        viewing.happen({ type: 'retried' });
      },
      back,
    });
    return this.player;
  }
}
