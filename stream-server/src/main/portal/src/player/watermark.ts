import type { WatermarkText } from '../api/answers';
import { element } from '../dom/element';
import { every, type Cancel, type Timers } from '../time/timers';
import { pictureBox } from './pictureBox';

const MOVE_PERIOD = 10_000;
const FADE = 200;

/** Shares of the picture's width and height; on the far side the mark ends there. */
const CORNERS = [
  { name: 'top-left', x: 0.1, y: 0.1 },
  { name: 'bottom-right', x: 0.9, y: 0.9 },
  { name: 'top-right', x: 0.9, y: 0.1 },
  { name: 'bottom-left', x: 0.1, y: 0.9 },
] as const;

/**
 * The mark that leads from a filmed screen back to a ticket (Spec, portal §5). It is seen only while
 * the picture moves, and wanders from corner to corner of the picture itself, lest it be cut off with
 * the black bars.
 */
export class Watermark {
  readonly root = element('div', { id: 'watermark', 'aria-hidden': 'true', hidden: '' });
  private cancelMove: Cancel = () => undefined;
  private cancelFade: Cancel = () => undefined;
  private corner = 0;
  private isPlaying = false;

  private readonly resized = (): void => this.place();

  constructor(
    private mark: WatermarkText | undefined,
    private readonly video: HTMLVideoElement,
    private readonly timers: Timers,
  ) {
    this.write();
    video.addEventListener('resize', this.resized);
    window.addEventListener('resize', this.resized);
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
    window.removeEventListener('resize', this.resized);
    this.stand();
  }

  private stand(): void {
    this.cancelMove();
    this.cancelFade();
  }

  private draw(): void {
    this.stand();
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
    const { video, root } = this;
    const corner = CORNERS[this.corner] ?? CORNERS[0];
    const box = pictureBox(
      { width: video.clientWidth, height: video.clientHeight },
      { width: video.videoWidth, height: video.videoHeight },
    );
    root.dataset['corner'] = corner.name;
    root.style.left = `${box.left + box.width * corner.x}px`;
    root.style.top = `${box.top + box.height * corner.y}px`;
    root.classList.remove('moving');
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
