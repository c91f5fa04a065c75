import type { TextKey } from '../i18n/texts';
import type { AccessNotice } from '../session/accessEnd';
import type { Stage } from '../session/stage';
import type { Shell } from '../shell/shell';
import { element } from '../dom/element';
import { icon, type IconName } from '../dom/icon';
import type { Controls } from './controls';

type Playing = Extract<Stage, { at: 'playing' }>;

/** The words about stream and access that lie over the picture. */
export class PlayerWords {
  private live: boolean | undefined;

  constructor(
    private readonly shell: Shell,
    private readonly controls: Controls,
    private readonly status: HTMLElement,
  ) {}

  /** LIVE or "Recording". */
  showBadge(live: boolean): void {
    if (this.live === live) return;
    const wasLive = this.live === true;
    this.live = live;
    const { shell } = this;
    const { badge } = this.controls;
    badge.dataset['kind'] = live ? 'live' : 'recording';
    badge.textContent = shell.texts.text(live ? 'stream.badgeLive' : 'stream.badgeRecording');
    if (live) shell.announce(shell.texts.text('stream.nowLive'));
    else if (wasLive) shell.announce(shell.texts.text('stream.ended'));
  }

  /** What the stream is doing while there is no moving picture. */
  showStatus(key: TextKey | undefined): void {
    const { shell, status } = this;
    const text = key ? shell.texts.text(key) : '';
    if (text !== '' && text !== status.textContent) shell.announce(text);
    const picture: IconName = key === 'stream.waiting' ? 'radio' : 'spinner';
    status.replaceChildren(icon(picture), element('p', {}, text));
    status.hidden = text === '';
  }

  /** How long access still lasts, once that is not for long. */
  showAccess(notice: AccessNotice | undefined): void {
    const { texts } = this.shell;
    const key = notice?.unit === 'hours' ? 'access.endsInHours' : 'access.endsInMinutes';
    const { amount } = notice ?? { amount: 0 };
    this.controls.accessNotice.textContent = notice ? texts.counted(key, amount, { amount }) : '';
  }
}

/** The words for a stage, if the picture does not speak for itself. */
export function statusText(stage: Playing): TextKey | undefined {
  switch (stage.stream) {
    case 'missing':
      return 'stream.waiting';
    case 'interrupted':
      return 'stream.reconnecting';
    case 'opening':
    case 'running':
    case 'failed':
      return undefined;
  }
}
