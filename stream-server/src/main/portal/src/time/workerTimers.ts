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
  private readonly waiting = new Map<number, { run: () => void; due: number }>();
  private lastId = 0;
  private isBroken = false;

  /** A worker that cannot be had is stood in for by the page's own timers. */
  constructor(
    private readonly worker: Worker,
    private readonly now: () => number = () => performance.now(),
  ) {
    worker.onmessage = (message: MessageEvent<number>) => this.fire(message.data);
    worker.onerror = () => this.goOnAlone();
  }

  after(delay: number, run: () => void): Cancel {
    const id = ++this.lastId;
    const pause = Math.min(Math.max(0, delay), LONGEST_DELAY);
    this.waiting.set(id, { run, due: this.now() + pause });
    this.plan(id, pause);
    return () => {
      if (this.waiting.delete(id) && !this.isBroken) this.order({ id, delay: null });
    };
  }

  private plan(id: number, delay: number): void {
    if (this.isBroken) setTimeout(() => this.fire(id), delay);
    else this.order({ id, delay });
  }

  private fire(id: number): void {
    const timer = this.waiting.get(id);
    this.waiting.delete(id);
    timer?.run();
  }

  private goOnAlone(): void {
    if (this.isBroken) return;
    this.isBroken = true;
    for (const [id, { due }] of this.waiting) this.plan(id, Math.max(0, due - this.now()));
  }

  private order(order: TimerOrder): void {
    this.worker.postMessage(order);
  }
}
