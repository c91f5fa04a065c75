import type { TextKey } from '../i18n/texts';
import type { AccessNotice } from '../session/accessEnd';
import type { Stage } from '../session/stage';
import type { Shell } from '../shell/shell';
import { element } from '../dom/element';
import { icon, type IconName } from '../dom/icon';
import type { Controls } from './controls';

/** What stands beside the title. */
export type Badge = 'live' | 'recording' | 'preview';

const BADGES: Record<Badge, TextKey> = {
  live: 'stream.badgeLive',
  recording: 'stream.badgeRecording',
  preview: 'preview.badge',
};

type Playing = Extract<Stage, { at: 'playing' }>;

/** The words about stream and access that lie over the picture. */
export class PlayerWords {
  private badge: Badge | undefined;

  constructor(
    private readonly shell: Shell,
    private readonly controls: Controls,
    private readonly status: HTMLElement,
  ) {}

  /** What the viewer sees: LIVE, "Recording" or "Preview". */
  showBadge(badge: Badge): void {
    if (this.badge === badge) return;
    const wasLive = this.badge === 'live';
    this.badge = badge;
    const { shell, controls } = this;
    controls.badge.dataset['kind'] = badge;
    controls.badge.textContent = shell.texts.text(BADGES[badge]);
    if (badge === 'live') shell.announce(shell.texts.text('stream.nowLive'));
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
