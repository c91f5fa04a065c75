import { button, element } from '../dom/element';
import type { Timers } from '../time/timers';

const LIFE = 8000;
const LEAVING = 300;

/** Time in milliseconds that a note stays after it has lost the focus. */
const LINGER = 2000;

const ONCE = { once: true };

/** Something the viewer can do about a note. */
export interface ToastAction {
  label: string;
  press: () => void;
}

/**
 * Short notes that slide in at the bottom right and leave after 8 s, unless the viewer is just about
 * to press one.
 */
export class Toasts {
  readonly root = element('div', { id: 'toasts', role: 'status' });

  constructor(private readonly timers: Timers) {}

  show(text: string, action?: ToastAction): void {
    const toast = element('div', { class: 'toast' }, element('p', {}, text));
    const leave = (): void => {
      toast.classList.add('leaving');
      this.timers.after(LEAVING, () => this.remove(toast));
    };
    const leaveInTime = (): void => {
      if (!toast.contains(document.activeElement)) leave();
      else toast.addEventListener('focusout', () => this.timers.after(LINGER, leaveInTime), ONCE);
    };
    if (action) {
      const press = (): void => {
        action.press();
        leave();
      };
      toast.append(button({ class: 'secondary' }, press, action.label));
    }
    this.root.append(toast);
    this.timers.after(LIFE, leaveInTime);
  }

  /** The focus of a note that goes away stays on the screen. */
  private remove(toast: HTMLElement): void {
    const hadFocus = toast.contains(document.activeElement);
    toast.remove();
    if (hadFocus) this.root.parentElement?.focus();
  }
}
