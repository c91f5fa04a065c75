import { button } from '../dom/element';
import { icon } from '../dom/icon';
import type { Texts } from '../i18n/texts';

/** A video element of Apple's browsers. */
interface AirPlayVideo extends HTMLVideoElement {
  webkitShowPlaybackTargetPicker?: () => void;
  webkitCurrentPlaybackTargetIsWireless?: boolean;
}

/** What the way to a television does to the stream. */
export interface AirPlayNeeds {
  /** Switches to a stream that a television can fetch by itself. */
  portable: () => void;
  /** The picture is back from the television. */
  returned: () => void;
}

/**
 * The button that hands the picture to a television, where the browser has AirPlay and a receiver is
 * near. The television fetches the stream itself, so `portable` first switches to the browser's own
 * player with the token in the address. Safari on the Mac offers receivers only for a picture whose
 * length it knows, so the choice of receivers comes after that.
 */
export function airPlay(video: AirPlayVideo, texts: Texts, needs: AirPlayNeeds): HTMLElement[] {
  if (!video.webkitShowPlaybackTargetPicker) return [];
  const label = texts.text('control.airPlay');
  const choose = () => video.webkitShowPlaybackTargetPicker?.();
  const offer = button(
    { id: 'airplay', class: 'quiet', 'aria-label': label, hidden: '' },
    () => {
      needs.portable();
      // The same function each time: however often it is pressed, there is one choice.
      if (video.readyState >= HTMLMediaElement.HAVE_METADATA) choose();
      else video.addEventListener('loadedmetadata', choose, { once: true });
    },
    icon('airPlay'),
  );
  video.addEventListener('webkitplaybacktargetavailabilitychanged', (event) => {
    offer.hidden = (event as Event & { availability?: string }).availability !== 'available';
  });
  video.addEventListener('webkitcurrentplaybacktargetiswirelesschanged', () => {
    if (!video.webkitCurrentPlaybackTargetIsWireless) needs.returned();
  });
  return [offer];
}
