import type { Cancel, Timers } from '../src/time/timers';

/** Timers whose time passes only when a test says so. Starts at 1,000,000 ms. */
export class FakeTimers implements Timers {
  private time = 1_000_000;
  private plans: { at: number; run: () => void }[] = [];

  readonly now = (): number => this.time;

  after(delay: number, run: () => void): Cancel {
    const plan = { at: this.time + delay, run };
    this.plans.push(plan);
    return () => {
      this.plans = this.plans.filter((other) => other !== plan);
    };
  }

  /** Delays from now until everything that is planned, shortest first. */
  planned(): number[] {
    return this.plans.map((plan) => plan.at - this.time).sort((a, b) => a - b);
  }

  /** Lets time pass and runs what falls due, with the answers that come of it. */
  async pass(milliseconds: number): Promise<void> {
    const end = this.time + milliseconds;
    await settle();
    for (let next = this.nextUntil(end); next; next = this.nextUntil(end)) {
      const { at, run } = next;
      this.plans = this.plans.filter((plan) => plan !== next);
      this.time = at;
      run();
      await settle();
    }
    this.time = end;
  }

  /** Lets time pass unnoticed, as on a device that sleeps; what is planned is late. */
  sleep(milliseconds: number): void {
    this.time += milliseconds;
    for (const plan of this.plans) plan.at += milliseconds;
  }

  private nextUntil(end: number) {
    return this.plans.filter((plan) => plan.at <= end).sort((a, b) => a.at - b.at)[0];
  }
}

/** Lets all promises that can go on, go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
}
