import type { WatermarkText } from '../api/answers';
import { element } from '../dom/element';
import { every, type Cancel, type Timers } from '../time/timers';

const MOVE_PERIOD = 10_000;
const FADE = 200;
const CORNERS = ['top-left', 'bottom-right', 'top-right', 'bottom-left'] as const;

/**
 * The mark that leads from a filmed screen back to a ticket (Spec, portal §5). It is seen only while
 * the picture moves, and wanders from corner to corner.
 */
export class Watermark {
  readonly root = element('div', { id: 'watermark', 'aria-hidden': 'true', hidden: '' });
  private cancelMove: Cancel = () => undefined;
  private cancelFade: Cancel = () => undefined;
  private corner = 0;
  private isPlaying = false;

  constructor(
    private mark: WatermarkText | undefined,
    private readonly timers: Timers,
  ) {
    this.write();
  }

  /** Another session has another mark. */
  replace(mark: WatermarkText | undefined): void {
    this.mark = mark;
    this.write();
    this.draw();
  }

  /** The picture moves, or stands. */
  playing(isPlaying: boolean): void {
    if (this.isPlaying === isPlaying) return;
    this.isPlaying = isPlaying;
    this.draw();
  }

  /** Leaves nothing running. */
  close(): void {
    this.cancelMove();
    this.cancelFade();
  }

  private draw(): void {
    this.close();
    this.root.hidden = !this.isPlaying || this.mark === undefined;
    if (this.root.hidden) return;
    this.place();
    this.cancelMove = every(this.timers, MOVE_PERIOD, () => this.move());
  }

  private move(): void {
    this.root.classList.add('moving');
    this.cancelFade = this.timers.after(FADE, () => {
      this.corner = (this.corner + 1) % CORNERS.length;
      this.place();
    });
  }

  private place(): void {
    this.root.dataset['corner'] = CORNERS[this.corner];
    this.root.classList.remove('moving');
  }

  private write(): void {
    const text = this.mark?.displayText ?? '';
    const short = /••••.*$/.exec(text)?.[0] ?? text;
    this.root.replaceChildren(
      element('span', { class: 'full' }, text),
      element('span', { class: 'short' }, short),
    );
  }
}
