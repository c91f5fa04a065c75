import type { Happening } from '../session/stage';
import type { Shell } from '../shell/shell';
import type { Watermark } from './watermark';

/** Whom the picture's events concern. */
export interface PictureNeeds {
  shell: Shell;
  happen: (happening: Happening) => void;
  watermark: Watermark;
  /** There is a picture, or sound only. */
  audioOnly: (isAudioOnly: boolean) => void;
  /** The picture stands because there is nothing to show yet. */
  buffering: (isBuffering: boolean) => void;
}

/** Passes on what the video element tells: that it plays, waits, stands, or has no picture. */
export function followPicture(video: HTMLVideoElement, needs: PictureNeeds): void {
  const { shell, happen, watermark, audioOnly, buffering } = needs;
  let hasPlayed = false;
  video.addEventListener('playing', () => {
    hasPlayed = true;
    buffering(false);
    shell.retract(shell.texts.text('stream.buffering'));
    happen({ type: 'stream', state: 'running' });
  });
  // A picture that stands is there as well: nothing needs to be waited for any more.
  video.addEventListener('loadeddata', () => happen({ type: 'stream', state: 'running' }));
  video.addEventListener('waiting', () => {
    buffering(true);
    // Before the first picture it would drown what else there is to say.
    if (hasPlayed) shell.announce(shell.texts.text('stream.buffering'));
  });
  for (const change of ['pause', 'seeked', 'canplay']) {
    video.addEventListener(change, () => buffering(false));
  }
  for (const change of ['play', 'playing', 'pause', 'ended']) {
    video.addEventListener(change, () => watermark.playing(!video.paused && !video.ended));
  }
  for (const change of ['resize', 'loadedmetadata']) {
    video.addEventListener(change, () => audioOnly(video.videoWidth === 0));
  }
}
