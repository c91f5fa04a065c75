import { element } from '../dom/element';
import type { Texts } from '../i18n/texts';
import type { Cancel, Now, Timers } from '../time/timers';
import { countdownParts, type CountdownParts } from './countdown';

const UNITS = ['days', 'hours', 'minutes', 'seconds'] as const;

/** A countdown to an instant on the server's clock. */
export class CountdownDisplay {
  readonly root: HTMLElement;
  private readonly digits = new Map<keyof CountdownParts, HTMLElement>();
  private cancel: Cancel = () => undefined;

  constructor(
    texts: Texts,
    private readonly timers: Timers,
    private readonly serverNow: Now,
  ) {
    const units = UNITS.map((unit) => {
      const digits = element('span', { class: 'digits' });
      this.digits.set(unit, digits);
      const name = element('span', { class: 'unit' }, texts.text(`countdown.${unit}`));
      return element('div', { class: 'countdown-part', 'data-unit': unit }, digits, name);
    });
    const label = texts.text('countdown.label');
    this.root = element('div', { id: 'countdown', role: 'timer', 'aria-label': label }, ...units);
  }

  /** Counts down to `startsAt` (milliseconds, server clock) and says once when it is reached. */
  start(startsAt: number, reached: () => void): void {
    this.stop();
    const tick = (): void => {
      const remaining = startsAt - this.serverNow();
      this.draw(countdownParts(remaining));
      if (remaining <= 0) return reached();
      // Just after the next full second, so that no digit is skipped.
      this.cancel = this.timers.after((remaining % 1000) + 5, tick);
    };
    tick();
  }

  stop(): void {
    this.cancel();
  }

  private draw(parts: CountdownParts): void {
    for (const unit of UNITS) {
      const shown = this.digits.get(unit);
      if (shown) rollDigits(shown, parts[unit]);
    }
  }
}

/** Replaces only the digits that change, so that each rolls in by itself. */
function rollDigits(shown: HTMLElement, text: string): void {
  [...text].forEach((digit, place) => {
    const old = shown.children[place];
    if (old?.textContent === digit) return;
    const fresh = element('span', { class: 'digit' }, digit);
    if (old) old.replaceWith(fresh);
    else shown.append(fresh);
  });
  while (shown.children.length > text.length) shown.lastElementChild?.remove();
}
