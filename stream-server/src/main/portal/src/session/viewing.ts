import type { Denial, Grant, HeartbeatAnswer, RefreshAnswer, StatusAnswer } from '../api/answers';
import { watchForSleep } from '../time/sleepWatch';
import type { Chance } from '../time/spread';
import type { Cancel, Now, Timers } from '../time/timers';
import { StatusPoll } from '../waiting/statusPoll';
import { watchAccessEnd, GRACE, type AccessNotice } from './accessEnd';
import { Heartbeat } from './heartbeat';
import { renewAccess } from './renewal';
import { firstStage, nextStage, type Happening, type Stage } from './stage';
import { TokenKeeper } from './tokenKeeper';
import type { Verdict } from './validation';

/** The calls a viewing makes. */
export interface ViewingCalls {
  refresh: (token: string) => Promise<RefreshAnswer>;
  heartbeat: (token: string) => Promise<HeartbeatAnswer>;
  status: (eventId: string, token: string) => Promise<StatusAnswer>;
  validate: () => Promise<Verdict>;
  release: (token: string) => void;
  /** Sets the server's clock anew, if the server can be reached. */
  setClock: () => Promise<void>;
}

/** Where a viewing shows itself. */
export interface ViewingFace {
  show: (stage: Stage) => void;
  showAccess: (notice: AccessNotice | undefined) => void;
  /** Whether the warning could be shown; if not, it comes again. */
  warnAccessEnds: (minutes: number) => boolean;
  /** Time to look for the stream again. */
  openStream: () => void;
  /** A new token is in force. */
  tokenRenewed: () => void;
  /** A lost session was replaced by a new one. */
  sessionReplaced: (grant: Grant) => void;
  /** The device has slept, or the network is back. */
  woken: () => void;
}

/** The clocks a viewing goes by, and its dice. */
export interface ViewingTime {
  timers: Timers;
  now: Now;
  serverNow: Now;
  chance: Chance;
}

/** Pause in milliseconds between looks for the playlist of an event that is said to be live. */
export const MISSING_PERIOD = 5000;

/** Slack in milliseconds when a token's end is compared with the end of access. */
const ROUNDING = 5000;

/**
 * One viewer's stay with one event, from the granted code to Back: keeps session and token alive
 * and works out what to show. It knows nothing of screens or video.
 */
export class Viewing {
  readonly keeper: TokenKeeper;
  private stage: Stage;
  private stopped = false;
  /** False from a replacement until its first heartbeat: what never lived is not replaced again. */
  private sessionAlive = true;
  private readonly poll: StatusPoll;
  private heartbeat: Heartbeat | undefined;
  private cancelLook: Cancel = () => undefined;
  private cancelAccessWatch: Cancel = () => undefined;
  private readonly cancels: Cancel[] = [];

  constructor(
    private grant: Grant,
    private readonly calls: ViewingCalls,
    private readonly face: ViewingFace,
    private readonly time: ViewingTime,
  ) {
    const { timers, now, chance } = time;
    this.stage = firstStage(grant.status, Date.parse(grant.event.startsAt));
    this.keeper = new TokenKeeper({
      ask: (token, hasEnded) => this.renew(token, hasEnded),
      canExtend: (tokenEndsAt) => this.canExtend(tokenEndsAt),
      renewed: () => this.face.tokenRenewed(),
      denied: (denial) => this.deny(denial),
      timers,
      now,
    });
    this.poll = new StatusPoll({
      ask: () => this.calls.status(this.grant.eventId, this.keeper.current),
      told: (status, startsAt) =>
        this.happen({ type: 'status', status, startsAt: Date.parse(startsAt) }),
      doubtful: () => void this.keeper.renew(),
      timers,
      chance,
    });
    this.keeper.adopt(grant.playbackToken, grant.tokenExpiresIn);
  }

  /** Shows the first stage and starts everything that runs by the clock. */
  begin(): void {
    const { timers, now } = this.time;
    this.enter(this.stage);
    if (this.stopped) return;
    this.heartbeat = new Heartbeat({
      beat: () => this.calls.heartbeat(this.keeper.current),
      alive: () => (this.sessionAlive = true),
      doubtful: () => void this.keeper.renew(),
      displaced: () => this.deny({ kind: 'takenOver' }),
      timers,
      now,
    });
    this.cancels.push(
      watchForSleep(timers, now, () => this.wake()),
      () => this.cancelAccessWatch(),
    );
    this.watchAccess();
  }

  /** Takes note of something that happened to stream or event. */
  happen(happening: Happening): void {
    const next = nextStage(this.stage, happening);
    if (happening.type === 'stream' && happening.state === 'missing') this.lookAgainLater();
    if (next === this.stage) return;
    this.stage = next;
    this.enter(next);
  }

  /** The countdown has reached zero. */
  startIsDue(): void {
    this.poll.startIsDue();
  }

  /**
   * The device may have slept, or the network may be back. The heartbeat tells at once whether the
   * session is still there; a token that is nearly over is renewed.
   */
  wake(): void {
    if (this.stopped) return;
    void this.calls.setClock();
    this.keeper.wake();
    this.heartbeat?.hurry();
    this.poll.hurry();
    this.face.woken();
  }

  /** Ends everything and gives the session's place back, unless the server took it already. */
  leave(): void {
    if (!this.stopped) this.giveBack();
  }

  private giveBack(): void {
    this.stop();
    this.calls.release(this.keeper.current);
  }

  private watchAccess(): void {
    this.cancelAccessWatch();
    this.cancelAccessWatch = watchAccessEnd({
      endsAt: Date.parse(this.grant.expiresAt),
      now: this.time.serverNow,
      timers: this.time.timers,
      notice: (notice) => this.face.showAccess(notice),
      warning: (minutes) => this.face.warnAccessEnds(minutes),
      over: () => void this.endAccess(),
    });
  }

  /** The device's clock may have been corrected meanwhile; the server's tells whether it is over. */
  private async endAccess(): Promise<void> {
    await this.calls.setClock();
    if (this.stopped) return;
    if (this.time.serverNow() < Date.parse(this.grant.expiresAt) + GRACE) this.watchAccess();
    else this.deny({ kind: 'expired' });
  }

  private lookAgainLater(): void {
    this.cancelLook();
    this.cancelLook = this.time.timers.after(MISSING_PERIOD, () => {
      const { stage } = this;
      if (stage.at === 'playing' && stage.stream === 'missing') this.face.openStream();
    });
  }

  private enter(stage: Stage): void {
    if (stage.at === 'closed') this.stop();
    else if (stage.at === 'finished') this.giveBack();
    else if (stage.at === 'playing' && !stage.live) this.poll.stop();
    else this.poll.start();
    this.face.show(stage);
  }

  private stop(): void {
    this.stopped = true;
    this.poll.stop();
    this.keeper.stop();
    this.heartbeat?.stop();
    this.cancelLook();
    for (const cancel of this.cancels.splice(0)) cancel();
  }

  private deny(denial: Denial): void {
    this.happen({ type: 'denied', denial });
  }

  private renew(token: string, hasEnded: boolean): Promise<RefreshAnswer> {
    return renewAccess(token, hasEnded, {
      refresh: this.calls.refresh,
      validate: this.calls.validate,
      wasAlive: () => this.sessionAlive,
      reopened: (grant) => this.goOver(grant),
    });
  }

  /** From the lost session to a new one, whose grant may say other things than the first. */
  private goOver(grant: Grant): void {
    if (this.stopped) return this.calls.release(grant.playbackToken);
    this.grant = grant;
    this.sessionAlive = false;
    this.keeper.adopt(grant.playbackToken, grant.tokenExpiresIn);
    this.watchAccess();
    this.face.sessionReplaced(grant);
    const { status, event } = grant;
    this.happen({ type: 'status', status, startsAt: Date.parse(event.startsAt) });
  }

  /** A token never outlives the ticket by more than the grace, so at that end there is no more. */
  private canExtend(tokenEndsAt: number): boolean {
    const accessEndsAt = Date.parse(this.grant.expiresAt) + GRACE;
    const onServer = tokenEndsAt - this.time.now() + this.time.serverNow();
    return Number.isNaN(accessEndsAt) || onServer < accessEndsAt - ROUNDING;
  }
}
