import type { Cancel } from '../time/timers';
import { FULLSCREEN_CHANGES } from './fullscreen';

/** What turning the phone does. */
export interface RotationNeeds {
  isFullscreen: () => boolean;
  toggleFullscreen: () => void;
  /** Fullscreen was entered upright, where a wide picture stays small. */
  hint: () => void;
}

/** A screen this small (CSS pixels, shorter side) that is touched is a phone's. */
const PHONE = '(pointer: coarse) and (max-width: 599px), (pointer: coarse) and (max-height: 599px)';

/**
 * Lets a phone go fullscreen when it is turned to landscape, and back when it is upright again. A
 * browser that wants a gesture for it stays as it is: the button is there.
 */
export function followRotation(page: Document, needs: RotationNeeds): Cancel {
  const landscape = window.matchMedia('(orientation: landscape)');
  const isPhone = () => window.matchMedia(PHONE).matches;
  const onTurn = (): void => {
    if (isPhone() && landscape.matches !== needs.isFullscreen()) needs.toggleFullscreen();
  };
  const onFullscreen = (): void => {
    if (isPhone() && needs.isFullscreen() && !landscape.matches) needs.hint();
  };
  landscape.addEventListener('change', onTurn);
  for (const change of FULLSCREEN_CHANGES) page.addEventListener(change, onFullscreen);
  return () => {
    landscape.removeEventListener('change', onTurn);
    for (const change of FULLSCREEN_CHANGES) page.removeEventListener(change, onFullscreen);
  };
}
