import type { HeartbeatAnswer } from '../api/answers';
import { every, type Cancel, type Timers } from '../time/timers';

const PERIOD = 30_000;

/** What a heartbeat needs and whom it tells. */
export interface HeartbeatNeeds {
  beat: () => Promise<HeartbeatAnswer>;
  alive: () => void;
  /** The session, or the right to it, is in doubt; a refresh decides which it is. */
  doubtful: () => void;
  /** Another device has the session now. */
  displaced: () => void;
  timers: Timers;
}

/** Tells the server every 30 s that somebody is watching. A lost beat changes nothing. */
export function startHeartbeat(needs: HeartbeatNeeds): Cancel {
  let stopped = false;
  const cancel = every(needs.timers, PERIOD, () => {
    void needs.beat().then((answer) => {
      if (!stopped) tell(answer, needs);
    });
  });
  return () => {
    stopped = true;
    cancel();
  };
}

function tell(answer: HeartbeatAnswer, needs: HeartbeatNeeds): void {
  switch (answer) {
    case 'alive':
      return needs.alive();
    case 'unauthorised':
    case 'lost':
      return needs.doubtful();
    case 'displaced':
      return needs.displaced();
    case 'unreachable':
      return;
  }
}
