import { button } from '../dom/element';
import { icon } from '../dom/icon';
import type { Texts } from '../i18n/texts';

/** A video element of Apple's browsers. */
interface AirPlayVideo extends HTMLVideoElement {
  webkitShowPlaybackTargetPicker?: () => void;
}

/**
 * The button that hands the picture to a television, where the browser has AirPlay and a receiver is
 * near. The television fetches the stream itself, so `portable` first switches to the browser's own
 * player with the token in the address. Safari on the Mac offers receivers only for a picture whose
 * length it knows, so the choice of receivers comes after that.
 */
export function airPlay(video: AirPlayVideo, texts: Texts, portable: () => void): HTMLElement[] {
  if (!video.webkitShowPlaybackTargetPicker) return [];
  const label = texts.text('control.airPlay');
  const offer = button(
    { id: 'airplay', class: 'quiet', 'aria-label': label, hidden: '' },
    () => {
      portable();
      whenKnown(video, () => video.webkitShowPlaybackTargetPicker?.());
    },
    icon('airPlay'),
  );
  video.addEventListener('webkitplaybacktargetavailabilitychanged', (event) => {
    offer.hidden = (event as Event & { availability?: string }).availability !== 'available';
  });
  return [offer];
}

function whenKnown(video: HTMLVideoElement, choose: () => void): void {
  if (video.readyState >= HTMLMediaElement.HAVE_METADATA) choose();
  else video.addEventListener('loadedmetadata', choose, { once: true });
}
