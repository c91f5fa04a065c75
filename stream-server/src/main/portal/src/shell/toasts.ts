import { button, element } from '../dom/element';
import type { Timers } from '../time/timers';

const LIFE = 8000;
const LEAVING = 300;

/** Something the viewer can do about a note. */
export interface ToastAction {
  label: string;
  press: () => void;
}

/** Short notes that slide in at the bottom right and leave after 8 s. */
export class Toasts {
  readonly root = element('div', { id: 'toasts', role: 'status' });

  constructor(private readonly timers: Timers) {}

  show(text: string, action?: ToastAction): void {
    const toast = element('div', { class: 'toast' }, element('p', {}, text));
    const leave = (): void => {
      toast.classList.add('leaving');
      this.timers.after(LEAVING, () => toast.remove());
    };
    if (action) {
      const press = (): void => {
        action.press();
        leave();
      };
      toast.append(button({ class: 'secondary' }, press, action.label));
    }
    this.root.append(toast);
    this.timers.after(LIFE, leave);
  }
}
