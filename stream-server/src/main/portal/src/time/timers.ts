/** The current instant in milliseconds since 1970, as the device's clock has it. */
export type Now = () => number;

/** Takes a planned call back; harmless once it has run. */
export type Cancel = () => void;

/** Runs things later. Delays are milliseconds. */
export interface Timers {
  after(delay: number, run: () => void): Cancel;
}

/** Runs something again and again; the first time after one period. */
export function every(timers: Timers, period: number, run: () => void): Cancel {
  let cancel = timers.after(period, tick);
  function tick(): void {
    cancel = timers.after(period, tick);
    run();
  }
  return () => cancel();
}
