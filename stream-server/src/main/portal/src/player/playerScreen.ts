import type MediaController from 'media-chrome/dist/media-controller.js';
import type { EventDetails, Grant, WatermarkText } from '../api/answers';
import { element } from '../dom/element';
import { icon } from '../dom/icon';
import type { TextKey } from '../i18n/texts';
import type { AccessNotice } from '../session/accessEnd';
import type { Happening, Stage } from '../session/stage';
import type { Shell } from '../shell/shell';
import { Toasts } from '../shell/toasts';
import type { Cancel, Now } from '../time/timers';
import { airPlay } from './airPlay';
import { Autohide } from './autohide';
import { backdrop } from './backdrop';
import { Captions } from './captions';
import { clockTime } from './clockTime';
import { buildControls, type Controls } from './controls';
import { listenToGestures } from './gestures';
import { listenToKeys, toggleFullscreen } from './keyboard';
import { LiveEdge } from './liveEdge';
import type { Menu } from './menu';
import { pictureInPicture } from './pictureInPicture';
import { Playback } from './playback';
import { PlayerOverlay } from './playerOverlay';
import { qualityMenu } from './qualityMenu';
import { followRotation } from './rotation';
import type { Stream, StreamListener } from './stream';
import { Watermark } from './watermark';

/** What the player screen needs and whom it tells. */
export interface PlayerScreenNeeds {
  shell: Shell;
  event: EventDetails;
  grant: Pick<Grant, 'watermark' | 'captions'>;
  /** Makes the stream that fills this video element. */
  stream: (video: HTMLVideoElement, listener: StreamListener) => Stream;
  /** Makes one that a television can fetch by itself. */
  portableStream: (video: HTMLVideoElement, listener: StreamListener) => Stream;
  readCaptions: (path: string) => Promise<string | undefined>;
  /** Where a recording goes on, in seconds; asked once. */
  resumePoint: () => Promise<number | undefined>;
  /** The video element is there, and stays until `close`. */
  watched: (video: HTMLVideoElement, isLive: () => boolean) => Cancel;
  happen: (happening: Happening) => void;
  note: (what: string) => void;
  /** The viewer asks to try again after the stream has failed. */
  retry: () => void;
  back: () => void;
  now: Now;
}

type Playing = Extract<Stage, { at: 'playing' }>;

/** The screen with the picture (Spec, portal §2). */
export class PlayerScreen {
  private readonly root = element('main', { id: 'player', class: 'player', tabindex: '-1' });
  private readonly status = element('p', { id: 'stream-status', hidden: '' });
  private readonly controls: Controls;
  private readonly playback: Playback;
  private readonly toasts: Toasts;
  private readonly cancels: Cancel[] = [];
  private readonly overlay: PlayerOverlay;
  private readonly watermark: Watermark;
  private readonly edge: LiveEdge;
  private readonly autohide: Autohide;
  private captions: Captions | undefined;
  private quality: Menu | undefined;
  private stream: Stream;
  private live: boolean | undefined;
  private resumed: Promise<number | undefined> | undefined;

  constructor(private readonly needs: PlayerScreenNeeds) {
    const { shell, event, grant } = needs;
    this.toasts = new Toasts(shell.timers);
    this.watermark = new Watermark(grant.watermark, shell.timers);
    this.controls = buildControls(event.title, shell.texts, {
      back: needs.back,
      goToLive: () => this.edge.goToLive(),
      unmute: () => this.playback.unmute(),
      extras: (video) => this.extras(video),
    });
    const { root, video, tapForSound } = this.controls;
    this.autohide = new Autohide(root);
    this.overlay = new PlayerOverlay(shell, this.root, root, needs.back);
    this.playback = new Playback(video, shell.preferences, (offered) => {
      tapForSound.hidden = !offered;
    });
    this.stream = needs.stream(video, this.listener());
    this.edge = new LiveEdge({
      video,
      stream: () => this.stream,
      timers: shell.timers,
      changed: (behind, seekable) => this.showEdge(behind, seekable),
    });
    const behind = backdrop(event, shell.config.appName);
    this.root.append(behind, root, this.watermark.root, this.status, this.toasts.root);
    // The whole screen goes full, so that overlays, toasts and watermark stay visible.
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
    if (stage.stream === 'opening' && !isOpening) void this.openStream();
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

  /** Opens the stream; a recording for the first time where it was left. */
  async openStream(): Promise<void> {
    if (this.live) return this.stream.open();
    const isFirst = this.resumed === undefined;
    this.resumed ??= this.needs.resumePoint();
    const position = await this.resumed;
    if (this.root.dataset['stream'] !== 'opening') return;
    if (!isFirst || position === undefined) return this.stream.open();
    this.stream.open(position);
    this.tellResumed(position);
  }

  tokenRenewed(): void {
    this.stream.tokenRenewed();
  }

  /** Another session has another mark. */
  mark(watermark: WatermarkText | undefined): void {
    this.watermark.replace(watermark);
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
    this.edge.close();
    this.watermark.close();
    this.captions?.close();
    if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
    if (document.pictureInPictureElement) {
      void document.exitPictureInPicture().catch(() => undefined);
    }
    this.stream.destroy();
  }

  private extras(video: HTMLVideoElement): HTMLElement[] {
    const { shell, grant, readCaptions } = this.needs;
    const { texts } = shell;
    const hold = (open: boolean): void => this.autohide.hold(open);
    const captionNeeds = { captions: grant.captions, read: readCaptions };
    this.captions = new Captions(video, texts, captionNeeds, hold);
    this.quality = qualityMenu(texts, () => this.stream, hold);
    return [
      this.captions.menu.root,
      this.quality.root,
      ...airPlay(video, texts, () => this.becomePortable()),
      ...pictureInPicture(video, texts, grant.watermark !== undefined),
    ];
  }

  private listener(): StreamListener {
    const { happen, note } = this.needs;
    return {
      missing: () => happen({ type: 'stream', state: 'missing' }),
      completed: () => happen({ type: 'streamCompleted' }),
      qualityChanged: () => this.quality?.refresh(),
      note,
    };
  }

  private becomePortable(): void {
    const { video } = this.controls;
    const position = this.live ? undefined : video.currentTime;
    this.stream.destroy();
    this.stream = this.needs.portableStream(video, this.listener());
    this.stream.open(position);
    this.quality?.refresh();
  }

  private listen(video: HTMLVideoElement, controller: HTMLElement): void {
    const { happen, shell, now } = this.needs;
    video.addEventListener('playing', () => {
      shell.retract(shell.texts.text('stream.buffering'));
      happen({ type: 'stream', state: 'running' });
    });
    video.addEventListener('waiting', () => {
      shell.announce(shell.texts.text('stream.buffering'));
    });
    for (const change of ['play', 'playing', 'pause', 'ended']) {
      video.addEventListener(change, () => this.watermark.playing(!video.paused && !video.ended));
    }
    for (const change of ['resize', 'loadedmetadata']) {
      video.addEventListener(change, () => {
        this.root.toggleAttribute('data-audio-only', video.videoWidth === 0);
      });
    }
    const full = (): void => toggleFullscreen(document, controller);
    const window = () => this.edge.window();
    this.cancels.push(
      this.needs.watched(video, () => this.live ?? false),
      listenToGestures({ video, window, toggleFullscreen: full, now }),
      followRotation(document, {
        isFullscreen: () => document.fullscreenElement !== null,
        toggleFullscreen: full,
        hint: () => this.toast(shell.texts.text('control.rotateHint')),
      }),
      listenToKeys({
        page: document,
        video,
        controller,
        window,
        enabled: () => !this.overlay.isOpen,
      }),
    );
  }

  private showEdge(behind: boolean, seekable: boolean): void {
    this.controls.goToLive.hidden = !behind;
    this.root.toggleAttribute('data-seekable', seekable);
  }

  private tellResumed(position: number): void {
    const { texts } = this.needs.shell;
    const { video } = this.controls;
    this.toasts.show(texts.text('resume.resumedAt', { time: clockTime(position) }), {
      label: texts.text('control.startOver'),
      press: () => (video.currentTime = 0),
    });
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
    this.edge.isLive = live;
    this.edge.check();
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
