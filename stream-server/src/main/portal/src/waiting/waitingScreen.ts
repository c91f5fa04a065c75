import type { EventDetails } from '../api/answers';
import { button, element } from '../dom/element';
import { icon } from '../dom/icon';
import { poster } from '../shell/poster';
import type { Shell } from '../shell/shell';
import type { Now } from '../time/timers';
import { CountdownDisplay } from './countdownDisplay';

/** What can happen on the waiting screen. */
export interface WaitingActions {
  back: () => void;
  /** The scheduled start has come. */
  startIsDue: () => void;
}

/** The room before the event: what it is, when it starts, and how long that is. */
export class WaitingScreen {
  private readonly countdown: CountdownDisplay;
  private readonly startsAt = element('p', { class: 'starts-at' });
  private readonly about = element('p', { class: 'about', role: 'status' });
  private readonly root: HTMLElement;

  constructor(
    private readonly shell: Shell,
    private readonly event: EventDetails,
    private readonly actions: WaitingActions,
    serverNow: Now,
  ) {
    const { texts } = shell;
    this.countdown = new CountdownDisplay(texts, shell.timers, serverNow);
    const description = event.description
      ? [element('p', { class: 'description' }, event.description)]
      : [];
    this.root = element(
      'main',
      { class: 'waiting', id: 'waiting' },
      element(
        'header',
        { class: 'bar' },
        button(
          { id: 'back', class: 'quiet', 'aria-label': texts.text('control.back') },
          actions.back,
          icon('back'),
          element('span', { class: 'wide-only' }, texts.text('control.back')),
        ),
      ),
      element(
        'section',
        { class: 'waiting-card' },
        ...poster(event.posterUrl),
        element('h1', {}, event.title),
        ...description,
        this.startsAt,
        this.countdown.root,
        this.about,
      ),
    );
  }

  /** Shows the room with this start (milliseconds, server clock); also when the start moves. */
  show(startsAt: number): void {
    const { texts } = this.shell;
    const instant = Number.isNaN(startsAt) ? undefined : new Date(startsAt).toISOString();
    this.startsAt.textContent = texts.text('waiting.startsAt', { date: texts.date(instant) });
    this.about.textContent = texts.text('waiting.byItself');
    this.shell.showScreen('waiting', this.root, this.event.title);
    this.countdown.start(startsAt, () => {
      this.about.textContent = texts.text('waiting.about');
      this.actions.startIsDue();
    });
  }

  close(): void {
    this.countdown.stop();
  }
}
