import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { WorkerTimers, type TimerOrder } from '../src/time/workerTimers';

/** A worker that only writes down what it is told. */
class QuietWorker {
  readonly orders: TimerOrder[] = [];
  onmessage: ((message: MessageEvent<number>) => void) | null = null;
  onerror: (() => void) | null = null;

  postMessage(order: TimerOrder): void {
    this.orders.push(order);
  }
}

describe('timers in a worker', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function timersOf(worker: QuietWorker): WorkerTimers {
    return new WorkerTimers(worker as unknown as Worker, () => Date.now());
  }

  test('run when the worker says so', () => {
    const worker = new QuietWorker();
    const ran: string[] = [];
    timersOf(worker).after(500, () => ran.push('it'));

    expect(worker.orders).toEqual([{ id: 1, delay: 500 }]);
    worker.onmessage?.({ data: 1 } as MessageEvent<number>);
    worker.onmessage?.({ data: 1 } as MessageEvent<number>);
    expect(ran).toEqual(['it']);
  });

  test('go on in the page if the worker cannot be had', () => {
    const worker = new QuietWorker();
    const timers = timersOf(worker);
    const ran: string[] = [];
    timers.after(500, () => ran.push('before'));
    const cancel = timers.after(500, () => ran.push('cancelled'));
    vi.advanceTimersByTime(300);

    worker.onerror?.();
    timers.after(100, () => ran.push('after'));
    cancel();
    vi.advanceTimersByTime(150);
    expect(ran).toEqual(['after']);
    vi.advanceTimersByTime(50);
    expect(ran).toEqual(['after', 'before']);
  });
});
