import type { PortalConfig } from '../api/answers';
import type { Timers } from '../time/timers';

/** Pauses in milliseconds before the configuration is asked for once more. */
const PAUSES: readonly number[] = [1000, 2000, 4000, 8000, 16000];

/** Longest time in milliseconds that a code waits to learn how codes look here. */
const PATIENCE = 1500;

/** The server's configuration; a server out of reach is asked again for half a minute. */
export async function configPatiently(
  ask: () => Promise<PortalConfig | undefined>,
  timers: Timers,
): Promise<PortalConfig | undefined> {
  for (const pause of PAUSES) {
    const config = await ask();
    if (config) return config;
    await new Promise<void>((resume) => timers.after(pause, resume));
  }
  return ask();
}

/** The configuration if it is there soon; a code must not wait for it. */
export function soon(
  config: Promise<PortalConfig | undefined>,
  timers: Timers,
): Promise<PortalConfig | undefined> {
  return inTime(config, PATIENCE, timers);
}

/** What is promised, or undefined if it takes longer than that many milliseconds. */
export function inTime<T>(
  promised: Promise<T | undefined>,
  patience: number,
  timers: Timers,
): Promise<T | undefined> {
  const tooLate = new Promise<undefined>((give) => {
    timers.after(patience, () => give(undefined));
  });
  return Promise.race([promised, tooLate]);
}
