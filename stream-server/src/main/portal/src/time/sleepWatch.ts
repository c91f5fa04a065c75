import { every, type Cancel, type Now, type Timers } from './timers';

const LOOK_PERIOD = 5000;

/** A look that comes so much too late (milliseconds) tells of a sleep, not of a busy device. */
const LATE = 10_000;

/**
 * Notices that the device has slept: its clock went on while no timer ran. No browser tells a page
 * so, and a laptop that is opened again shows the same visible tab as before. A clock that was
 * corrected looks the same, whichever way it was put.
 */
export function watchForSleep(timers: Timers, now: Now, woke: () => void): Cancel {
  let seenAt = now();
  return every(timers, LOOK_PERIOD, () => {
    const missed = now() - seenAt - LOOK_PERIOD;
    seenAt = now();
    if (Math.abs(missed) > LATE) woke();
  });
}
