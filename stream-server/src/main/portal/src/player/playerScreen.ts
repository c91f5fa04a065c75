import type MediaController from 'media-chrome/dist/media-controller.js';
import type { EventDetails, Grant } from '../api/answers';
import { element } from '../dom/element';
import type { AccessNotice } from '../session/accessEnd';
import type { Happening, Stage } from '../session/stage';
import type { Shell } from '../shell/shell';
import { Toasts } from '../shell/toasts';
import type { Cancel, Now } from '../time/timers';
import { Autohide } from './autohide';
import { backdrop } from './backdrop';
import { clockTime } from './clockTime';
import { buildControls, type Controls } from './controls';
import { makeExtras, type Extras } from './extras';
import { listenToGestures } from './gestures';
import { isFullscreen, leaveFullscreen, toggleFullscreen } from './fullscreen';
import { listenToKeys } from './keyboard';
import { LiveEdge } from './liveEdge';
import { followPicture } from './pictureEvents';
import { Playback } from './playback';
import { forbidPictureInPicture } from './pictureInPicture';
import { PlayerOverlay } from './playerOverlay';
import { PlayerWords, statusText, type Badge } from './playerWords';
import { followRotation } from './rotation';
import type { Stream, StreamListener } from './stream';
import { Watermark } from './watermark';

/** What the player screen needs and whom it tells. */
export interface PlayerScreenNeeds {
  shell: Shell;
  grant: ScreenGrant;
  /** What the badge says of an event that is live, or not. */
  badge: (live: boolean) => Badge;
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

/** The part of a grant that is seen. */
export interface ScreenGrant extends Pick<Grant, 'watermark' | 'captions'> {
  event: Pick<EventDetails, 'title' | 'posterUrl'>;
}

type Playing = Extract<Stage, { at: 'playing' }>;

/** The screen with the picture (Spec, portal §2). */
export class PlayerScreen {
  private readonly root = element('main', { id: 'player', class: 'player', tabindex: '-1' });
  private readonly status = element('div', { id: 'stream-status', hidden: '' });
  private readonly controls: Controls;
  private readonly playback: Playback;
  private readonly toasts: Toasts;
  private readonly cancels: Cancel[] = [];
  private readonly overlay: PlayerOverlay;
  private readonly watermark: Watermark;
  private readonly edge: LiveEdge;
  private readonly autohide: Autohide;
  private readonly words: PlayerWords;
  private extras: Extras | undefined;
  private stream: Stream;
  private live: boolean | undefined;
  private isPortable = false;
  private title: string;
  private resumed: Promise<number | undefined> | undefined;

  constructor(private readonly needs: PlayerScreenNeeds) {
    const { shell, grant } = needs;
    this.title = grant.event.title;
    this.toasts = new Toasts(shell.timers);
    this.controls = buildControls(this.title, shell.texts, {
      back: needs.back,
      goToLive: () => this.edge.goToLive(),
      play: () => this.playback.play(),
      extras: (video) => this.makeExtras(video),
    });
    const { root, video, tapForSound } = this.controls;
    this.autohide = new Autohide(root);
    this.watermark = new Watermark(grant.watermark, video, shell.timers);
    this.words = new PlayerWords(shell, this.controls, this.status);
    this.overlay = new PlayerOverlay(shell, this.root, root, needs.back);
    this.playback = new Playback(video, shell.preferences, {
      sound: (offered) => (tapForSound.hidden = !offered),
      play: (offered) => this.offerPlay(offered),
    });
    this.stream = needs.stream(video, this.listener());
    this.edge = new LiveEdge({
      video,
      stream: () => this.stream,
      timers: shell.timers,
      changed: (behind, seekable) => this.showEdge(behind, seekable),
    });
    const behind = backdrop(grant.event, shell.config.appName);
    this.root.append(behind, root, this.watermark.root, this.status, this.toasts.root);
    // The whole screen goes full, so that overlays, toasts and watermark stay visible.
    (root as MediaController).fullscreenElement = this.root;
    this.listen(video, root);
  }

  /** Shows the picture, or what stands in its place. */
  showPlaying(stage: Playing): void {
    this.overlay.close();
    this.needs.shell.showScreen('player', this.root, this.title);
    const isOpening = this.root.dataset['stream'] === 'opening';
    this.root.dataset['stream'] = stage.stream;
    this.showLive(stage.live);
    this.words.showStatus(statusText(stage));
    if (stage.stream === 'opening' && !isOpening) void this.openStream();
    if (stage.stream === 'failed') {
      this.stop();
      this.overlay.showFailure(this.needs.retry);
    }
  }

  /** Covers the picture because access has ended. */
  showClosed(stage: Extract<Stage, { at: 'closed' }>): void {
    this.stop();
    this.needs.shell.showScreen('player', this.root, this.title);
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

  /** Another session brings other things along. */
  adopt({ event, watermark, captions }: ScreenGrant): void {
    this.title = event.title;
    this.controls.heading.textContent = event.title;
    this.watermark.replace(watermark);
    if (watermark) forbidPictureInPicture(this.controls.video, this.controls.root);
    this.extras?.captions.replace(captions);
  }

  showAccess(notice: AccessNotice | undefined): void {
    this.words.showAccess(notice);
  }

  toast(text: string): void {
    this.toasts.show(text);
  }

  /** Stops everything for good. */
  close(): void {
    for (const cancel of this.cancels.splice(0)) cancel();
    this.edge.close();
    this.watermark.close();
    this.extras?.captions.close();
    leaveFullscreen(this.controls.root);
    if (document.pictureInPictureElement) {
      void document.exitPictureInPicture().catch(() => undefined);
    }
    this.stream.destroy();
  }

  private makeExtras(video: HTMLVideoElement): HTMLElement[] {
    const { shell, grant, readCaptions } = this.needs;
    this.extras = makeExtras(video, {
      shell,
      grant,
      readCaptions,
      stream: () => this.stream,
      captionsFailed: () => this.toast(shell.texts.text('captions.failed')),
      portable: () => this.change(true),
      returned: () => this.change(false),
      hold: (open) => this.autohide.hold(open),
    });
    return this.extras.elements;
  }

  private listener(): StreamListener {
    const { happen, note } = this.needs;
    return {
      missing: () => happen({ type: 'stream', state: 'missing' }),
      completed: () => happen({ type: 'streamCompleted' }),
      qualityChanged: () => this.extras?.quality.refresh(),
      note,
    };
  }

  /** Changes to a stream that a television can fetch by itself, or back to the best one for here. */
  private change(isPortable: boolean): void {
    if (this.isPortable === isPortable) return;
    this.isPortable = isPortable;
    const { video } = this.controls;
    const { stream, portableStream } = this.needs;
    const position = this.live ? undefined : video.currentTime;
    this.stream.destroy();
    this.stream = (isPortable ? portableStream : stream)(video, this.listener());
    this.stream.open(position);
    this.extras?.quality.refresh();
  }

  /** Nothing moves until the viewer presses; it is no longer the stream that is waited for. */
  private offerPlay(offered: boolean): void {
    this.controls.tapToPlay.hidden = !offered;
    if (offered) this.needs.happen({ type: 'stream', state: 'running' });
  }

  private listen(video: HTMLVideoElement, controller: HTMLElement): void {
    const { happen, shell, now } = this.needs;
    followPicture(video, {
      shell,
      happen,
      watermark: this.watermark,
      audioOnly: (isAudioOnly) => this.root.toggleAttribute('data-audio-only', isAudioOnly),
      buffering: (isBuffering) => this.root.toggleAttribute('data-buffering', isBuffering),
    });
    const full = (): void => toggleFullscreen(controller);
    const window = () => this.edge.window();
    this.cancels.push(
      this.needs.watched(video, () => this.live ?? false),
      listenToGestures({ video, window, toggleFullscreen: full, now }),
      followRotation(document, {
        isFullscreen: () => isFullscreen(controller),
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

  private showLive(live: boolean): void {
    if (this.live === live) return;
    this.words.showBadge(this.needs.badge(live));
    this.root.toggleAttribute('data-live', live);
    this.live = live;
    this.edge.isLive = live;
    this.edge.check();
  }

  private stop(): void {
    this.stream.halt();
    this.playback.hold();
    this.words.showStatus(undefined);
  }
}
