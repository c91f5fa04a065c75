import type MediaController from 'media-chrome/dist/media-controller.js';
import type { EventDetails } from '../api/answers';
import { element } from '../dom/element';
import { icon } from '../dom/icon';
import type { TextKey } from '../i18n/texts';
import type { AccessNotice } from '../session/accessEnd';
import type { Happening, Stage } from '../session/stage';
import { poster } from '../shell/poster';
import type { Shell } from '../shell/shell';
import { Toasts } from '../shell/toasts';
import { every, type Cancel } from '../time/timers';
import { buildControls, type Controls } from './controls';
import { listenToKeys } from './keyboard';
import { Playback } from './playback';
import { PlayerOverlay } from './playerOverlay';
import { isBehind, seekWindow } from './seekWindow';
import type { Stream, StreamListener } from './stream';

/** What the player screen needs and whom it tells. */
export interface PlayerScreenNeeds {
  shell: Shell;
  event: EventDetails;
  /** Makes the stream that fills this video element. */
  stream: (video: HTMLVideoElement, listener: StreamListener) => Stream;
  happen: (happening: Happening) => void;
  /** The viewer asks to try again after the stream has failed. */
  retry: () => void;
  back: () => void;
}

type Playing = Extract<Stage, { at: 'playing' }>;

const EDGE_CHECK_PERIOD = 1000;

/** The screen with the picture (Spec, portal §2). */
export class PlayerScreen {
  private readonly root = element('main', { id: 'player', class: 'player', tabindex: '-1' });
  private readonly status = element('p', { id: 'stream-status', hidden: '' });
  private readonly controls: Controls;
  private readonly playback: Playback;
  private readonly stream: Stream;
  private readonly toasts: Toasts;
  private readonly cancels: Cancel[] = [];
  private readonly overlay: PlayerOverlay;
  private live: boolean | undefined;

  constructor(private readonly needs: PlayerScreenNeeds) {
    const { shell, event } = needs;
    this.toasts = new Toasts(shell.timers);
    this.controls = buildControls(event.title, shell.texts, {
      back: needs.back,
      goToLive: () => this.goToLive(),
      unmute: () => this.playback.unmute(),
    });
    const { root, video, tapForSound } = this.controls;
    this.overlay = new PlayerOverlay(shell, this.root, root, needs.back);
    this.playback = new Playback(video, shell.preferences, (offered) => {
      tapForSound.hidden = !offered;
    });
    this.stream = needs.stream(video, {
      missing: () => needs.happen({ type: 'stream', state: 'missing' }),
      completed: () => needs.happen({ type: 'streamCompleted' }),
    });
    this.root.append(...this.backdrop(), root, this.status, this.toasts.root);
    // The whole screen goes full, so that overlays and toasts stay visible.
    (root as MediaController).fullscreenElement = this.root;
    this.listen(video, root);
  }

  /** Shows the picture, or what stands in its place. */
  showPlaying(stage: Playing): void {
    this.overlay.close();
    this.needs.shell.showScreen('player', this.root, this.needs.event.title);
    const isOpening = this.root.dataset['stream'] === 'opening';
    this.root.dataset['stream'] = stage.stream;
    this.showBadge(stage.live);
    this.showStatus(statusText(stage));
    if (stage.stream === 'opening' && !isOpening) this.stream.open();
    if (stage.stream === 'failed') {
      this.stop();
      this.overlay.showFailure(this.needs.retry);
    }
  }

  /** Covers the picture because access has ended. */
  showClosed(stage: Extract<Stage, { at: 'closed' }>): void {
    this.stop();
    this.needs.shell.showScreen('player', this.root, this.needs.event.title);
    this.overlay.showClosing(stage.closing);
  }

  openStream(): void {
    this.stream.open();
  }

  tokenRenewed(): void {
    this.stream.tokenRenewed();
  }

  showAccess(notice: AccessNotice | undefined): void {
    const { texts } = this.needs.shell;
    const key = notice?.unit === 'hours' ? 'access.endsInHours' : 'access.endsInMinutes';
    const { amount } = notice ?? { amount: 0 };
    this.controls.accessNotice.textContent = notice ? texts.counted(key, amount, { amount }) : '';
  }

  toast(text: string): void {
    this.toasts.show(text);
  }

  /** Stops everything for good. */
  close(): void {
    for (const cancel of this.cancels.splice(0)) cancel();
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    this.stream.destroy();
  }

  private listen(video: HTMLVideoElement, controller: HTMLElement): void {
    const { happen, shell } = this.needs;
    video.addEventListener('playing', () => {
      shell.retract(shell.texts.text('stream.buffering'));
      happen({ type: 'stream', state: 'running' });
    });
    video.addEventListener('waiting', () => {
      shell.announce(shell.texts.text('stream.buffering'));
    });
    video.addEventListener('durationchange', () => this.checkEdge());
    video.addEventListener('dblclick', () => {
      controller.querySelector<HTMLElement>('media-fullscreen-button')?.click();
    });
    video.addEventListener('resize', () => {
      this.root.toggleAttribute('data-audio-only', video.videoWidth === 0);
    });
    this.cancels.push(
      listenToKeys({
        page: document,
        video,
        controller,
        window: () => seekWindow(video.seekable, this.live ?? false),
        enabled: () => !this.overlay.isOpen,
      }),
      every(shell.timers, EDGE_CHECK_PERIOD, () => this.checkEdge()),
    );
  }

  private checkEdge(): void {
    const { video, goToLive } = this.controls;
    const live = this.live ?? false;
    goToLive.hidden = !(live && isBehind(video.currentTime, this.stream.liveEdge()));
    this.root.toggleAttribute('data-seekable', seekWindow(video.seekable, live) !== undefined);
  }

  private goToLive(): void {
    const { video } = this.controls;
    video.currentTime = this.stream.liveEdge() ?? video.currentTime;
    void video.play().catch(() => undefined);
  }

  private showBadge(live: boolean): void {
    if (this.live === live) return;
    const { shell } = this.needs;
    const { badge } = this.controls;
    badge.dataset['kind'] = live ? 'live' : 'recording';
    badge.textContent = shell.texts.text(live ? 'stream.badgeLive' : 'stream.badgeRecording');
    this.root.toggleAttribute('data-live', live);
    if (live) shell.announce(shell.texts.text('stream.nowLive'));
    this.live = live;
    this.checkEdge();
  }

  private showStatus(key: TextKey | undefined): void {
    const { shell } = this.needs;
    const text = key ? shell.texts.text(key) : '';
    if (text !== '' && text !== this.status.textContent) shell.announce(text);
    const spinner = key === 'stream.reconnecting' ? [icon('spinner')] : [];
    this.status.replaceChildren(...spinner, text);
    this.status.hidden = text === '';
  }

  private stop(): void {
    this.stream.halt();
    this.playback.hold();
    this.showStatus(undefined);
  }

  /** Stands behind the picture, and is seen when there is sound only. */
  private backdrop(): HTMLElement[] {
    const { event } = this.needs;
    const picture = poster(event.posterUrl);
    const title = element('p', {}, event.title);
    return [element('div', { class: 'backdrop', 'aria-hidden': 'true' }, ...picture, title)];
  }
}

function statusText(stage: Playing): TextKey | undefined {
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
