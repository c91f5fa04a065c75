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
}

/** Where a viewing shows itself. */
export interface ViewingFace {
  show: (stage: Stage) => void;
  showAccess: (notice: AccessNotice | undefined) => void;
  warnAccessEnds: (minutes: number) => void;
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
const MISSING_PERIOD = 5000;

/** Slack in milliseconds when a token's end is compared with the end of access. */
const ROUNDING = 5000;

/**
 * One viewer's stay with one event, from the granted code to Back: keeps session and token alive
 * and works out what to show. It knows nothing of screens or video.
 */
export class Viewing {
  readonly keeper: TokenKeeper;
  private stage: Stage;
  /** False from a replacement until its first heartbeat: what never lived is not replaced again. */
  private sessionAlive = true;
  private readonly poll: StatusPoll;
  private heartbeat: Heartbeat | undefined;
  private cancelLook: Cancel = () => undefined;
  private readonly cancels: Cancel[] = [];

  constructor(
    private readonly grant: Grant,
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
      ask: () => this.calls.status(grant.eventId, this.keeper.current),
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
    const { timers, now, serverNow } = this.time;
    this.enter(this.stage);
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
      watchAccessEnd({
        endsAt: Date.parse(this.grant.expiresAt),
        now: serverNow,
        timers,
        notice: (notice) => this.face.showAccess(notice),
        warning: (minutes) => this.face.warnAccessEnds(minutes),
        over: () => this.deny({ kind: 'expired' }),
      }),
    );
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
    if (this.stage.at === 'closed') return;
    this.keeper.wake();
    this.heartbeat?.hurry();
    this.poll.hurry();
    this.face.woken();
  }

  /** Ends everything and gives the session's place back, unless the server took it already. */
  leave(): void {
    const isOurs = this.stage.at !== 'closed';
    this.stop();
    if (isOurs) this.calls.release(this.keeper.current);
  }

  private lookAgainLater(): void {
    this.cancelLook();
    this.cancelLook = this.time.timers.after(MISSING_PERIOD, () => {
      const { stage } = this;
      if (stage.at === 'playing' && stage.stream === 'missing') this.face.openStream();
    });
  }

  private enter(stage: Stage): void {
    const isSettled = stage.at === 'closed' || (stage.at === 'playing' && !stage.live);
    if (isSettled) this.poll.stop();
    else this.poll.start();
    if (stage.at === 'closed') this.stop();
    this.face.show(stage);
  }

  private stop(): void {
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
      reopened: (grant) => {
        this.sessionAlive = false;
        this.face.sessionReplaced(grant);
      },
    });
  }

  /** A token never outlives the ticket by more than the grace, so at that end there is no more. */
  private canExtend(tokenEndsAt: number): boolean {
    const accessEndsAt = Date.parse(this.grant.expiresAt) + GRACE;
    const onServer = tokenEndsAt - this.time.now() + this.time.serverNow();
    return Number.isNaN(accessEndsAt) || onServer < accessEndsAt - ROUNDING;
  }
}
