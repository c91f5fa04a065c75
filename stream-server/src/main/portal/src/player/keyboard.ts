import type { Cancel } from '../time/timers';
import { toggleFullscreen } from './fullscreen';
import { keyAction, type KeyAction } from './keys';
import { clampTo, type SeekWindow } from './seekWindow';

/** What the keys act on. */
export interface KeyboardNeeds {
  page: Document;
  video: HTMLVideoElement;
  controller: HTMLElement;
  window: () => SeekWindow | undefined;
  /** Whether the player takes keys now; under an overlay it does not. */
  enabled: () => boolean;
}

/** Lets the viewer drive the player by keys. */
export function listenToKeys(needs: KeyboardNeeds): Cancel {
  function onKey(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    const focus = target instanceof HTMLElement ? target : needs.page.body;
    const { key, ctrlKey, altKey, metaKey, repeat } = event;
    const action = keyAction({
      key,
      ctrlKey,
      altKey,
      metaKey,
      repeat,
      focus: focus.localName,
      editable: focus.isContentEditable,
      slider: sliderIn(event.composedPath()),
    });
    if (!action || !needs.enabled()) return;
    event.preventDefault();
    perform(action, needs);
    // The controller wakes its controls on keys of its own only; this one went to the page.
    needs.controller.dispatchEvent(new KeyboardEvent('keyup'));
  }
  needs.page.addEventListener('keydown', onKey);
  return () => needs.page.removeEventListener('keydown', onKey);
}

function sliderIn(path: EventTarget[]): 'progress' | 'volume' | undefined {
  const names = path.map((place) => (place instanceof Element ? place.localName : ''));
  if (names.includes('progress-bar')) return 'progress';
  return names.includes('media-volume-range') ? 'volume' : undefined;
}

function perform(action: KeyAction, needs: KeyboardNeeds): void {
  const { video } = needs;
  switch (action.do) {
    case 'togglePlay':
      // Without a picture there is nothing to pause, and it is to start by itself.
      if (video.readyState === HTMLMediaElement.HAVE_NOTHING) return;
      if (video.paused) void video.play().catch(() => undefined);
      else video.pause();
      return;
    case 'toggleFullscreen':
      return toggleFullscreen(needs.controller);
    case 'toggleMute':
      video.muted = !video.muted;
      return;
    case 'seek': {
      const window = needs.window();
      if (window) video.currentTime = clampTo(window, video.currentTime + action.seconds);
      return;
    }
    case 'volume':
      video.volume = Math.min(1, Math.max(0, video.volume + action.change));
      return;
  }
}
