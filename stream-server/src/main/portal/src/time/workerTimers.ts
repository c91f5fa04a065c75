import type { Cancel, Timers } from './timers';

/** What the page tells the worker: start timer `id`, or stop it when `delay` is null. */
export interface TimerOrder {
  id: number;
  delay: number | null;
}

/** Browsers count delays in 32 bits; a longer one would fire at once. */
const LONGEST_DELAY = 2 ** 31 - 1;

/**
 * Timers that live in a Worker, because browsers slow the timers of background tabs down until
 * a heartbeat every 30 s no longer holds.
 */
export class WorkerTimers implements Timers {
  private readonly waiting = new Map<number, () => void>();
  private lastId = 0;

  constructor(private readonly worker: Worker) {
    worker.onmessage = (message: MessageEvent<number>) => {
      const run = this.waiting.get(message.data);
      this.waiting.delete(message.data);
      run?.();
    };
  }

  after(delay: number, run: () => void): Cancel {
    const id = ++this.lastId;
    this.waiting.set(id, run);
    this.order({ id, delay: Math.min(Math.max(0, delay), LONGEST_DELAY) });
    return () => {
      if (this.waiting.delete(id)) this.order({ id, delay: null });
    };
  }

  private order(order: TimerOrder): void {
    this.worker.postMessage(order);
  }
}
