import type { Cancel } from '../time/timers';
import { clampTo, type SeekWindow } from './seekWindow';

/** What gestures act on. */
export interface GestureNeeds {
  video: HTMLVideoElement;
  window: () => SeekWindow | undefined;
  toggleFullscreen: () => void;
  now: () => number;
}

const DOUBLE_TAP = 300;
const SEEK_STEP = 10;

/**
 * Double-click toggles fullscreen; a double tap on the left or right half of the picture goes ten
 * seconds back or on. Single clicks and taps are the controller's own.
 */
export function listenToGestures(needs: GestureNeeds): Cancel {
  const { video } = needs;
  let lastTap = { at: Number.NEGATIVE_INFINITY, side: 0 };
  let byTouch = false;

  function onPointerUp(event: PointerEvent): void {
    byTouch = event.pointerType === 'touch';
    if (!byTouch) return;
    const side = sideOf(event, video);
    const isDouble = needs.now() - lastTap.at < DOUBLE_TAP && lastTap.side === side;
    lastTap = { at: isDouble ? Number.NEGATIVE_INFINITY : needs.now(), side };
    if (isDouble) seek(side * SEEK_STEP, needs);
  }

  function onDoubleClick(): void {
    if (!byTouch) needs.toggleFullscreen();
  }

  video.addEventListener('pointerup', onPointerUp);
  video.addEventListener('dblclick', onDoubleClick);
  return () => {
    video.removeEventListener('pointerup', onPointerUp);
    video.removeEventListener('dblclick', onDoubleClick);
  };
}

/** -1 on the left half of the picture, 1 on the right. */
function sideOf(event: PointerEvent, video: HTMLVideoElement): number {
  const { left, width } = video.getBoundingClientRect();
  return event.clientX < left + width / 2 ? -1 : 1;
}

function seek(seconds: number, { video, window }: GestureNeeds): void {
  const range = window();
  if (range) video.currentTime = clampTo(range, video.currentTime + seconds);
}
