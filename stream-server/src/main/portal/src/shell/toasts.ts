import { element } from '../dom/element';
import type { Timers } from '../time/timers';

const LIFE = 8000;
const LEAVING = 300;

/** Short notes that slide in at the bottom right and leave after 8 s. */
export class Toasts {
  readonly root = element('div', { id: 'toasts', role: 'status' });

  constructor(private readonly timers: Timers) {}

  show(text: string): void {
    const toast = element('p', { class: 'toast' }, text);
    this.root.append(toast);
    this.timers.after(LIFE, () => {
      toast.classList.add('leaving');
      this.timers.after(LEAVING, () => toast.remove());
    });
  }
}
