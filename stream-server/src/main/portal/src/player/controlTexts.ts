import { addTranslation, setLanguage } from 'media-chrome/dist/utils/i18n.js';
import type { Texts } from '../i18n/texts';

/** Gives the controls of media-chrome the words of our own catalogue. Before they are made. */
export function nameControls(texts: Texts): void {
  const play = texts.text('control.play');
  const pause = texts.text('control.pause');
  const mute = texts.text('control.mute');
  const unmute = texts.text('control.unmute');
  const enter = texts.text('control.enterFullscreen');
  const exit = texts.text('control.exitFullscreen');
  addTranslation(texts.language, {
    play,
    Play: play,
    pause,
    Pause: pause,
    mute,
    Mute: mute,
    unmute,
    Unmute: unmute,
    'enter fullscreen mode': enter,
    'Enter fullscreen mode': enter,
    'exit fullscreen mode': exit,
    'Exit fullscreen mode': exit,
    volume: texts.text('control.volume'),
    seek: texts.text('control.progress'),
    'playback time': texts.text('control.time'),
    'video player': texts.text('control.player'),
  });
  setLanguage(texts.language);
}
