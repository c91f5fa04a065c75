import MediaTimeRange from 'media-chrome/dist/media-time-range.js';
import { clockTime } from './clockTime';

/** The seek bar; tells a screen reader its position as "1:05 of 5:23". */
class ProgressBar extends MediaTimeRange {
  /** Puts position and length into words. */
  describe: (current: string, total: string) => string = (current) => current;

  override attributeChangedCallback(name: string, old: string | null, value: string | null): void {
    super.attributeChangedCallback(name, old, value);
    const start = this.mediaSeekableStart ?? 0;
    const position = (this.mediaCurrentTime ?? 0) - start;
    const total = (this.mediaSeekableEnd ?? 0) - start;
    this.range?.setAttribute(
      'aria-valuetext',
      this.describe(clockTime(position), clockTime(total)),
    );
  }
}

customElements.define('progress-bar', ProgressBar);

/** A seek bar that describes its position with the given words. */
export function progressBar(describe: ProgressBar['describe']): HTMLElement {
  const bar = new ProgressBar();
  bar.describe = describe;
  bar.id = 'progress';
  return bar;
}
