import { button } from '../dom/element';
import { icon } from '../dom/icon';
import type { Texts } from '../i18n/texts';

/**
 * The button for the small picture above other windows; none where the browser has no such picture,
 * nor for a watermarked event, whose mark would be lost.
 */
export function pictureInPicture(
  video: HTMLVideoElement,
  texts: Texts,
  isMarked: boolean,
): HTMLElement[] {
  if (isMarked) forbidPictureInPicture(video);
  if (isMarked || !document.pictureInPictureEnabled) return [];
  const label = texts.text('control.pictureInPicture');
  const toggle = button(
    { id: 'pip', class: 'quiet', 'aria-label': label, 'aria-pressed': 'false' },
    () => {
      const change = document.pictureInPictureElement
        ? document.exitPictureInPicture()
        : video.requestPictureInPicture();
      change.catch(() => {
        // Without a picture yet there is none to take out.
      });
    },
    icon('pip'),
  );
  const tell = (isSmall: boolean) => toggle.setAttribute('aria-pressed', String(isSmall));
  video.addEventListener('enterpictureinpicture', () => tell(true));
  video.addEventListener('leavepictureinpicture', () => tell(false));
  return [toggle];
}

/** A mark has come; a picture that is small now, or a button for it, must not outlive that. */
export function forbidPictureInPicture(video: HTMLVideoElement, controls?: HTMLElement): void {
  video.disablePictureInPicture = true;
  controls?.querySelector('#pip')?.remove();
  if (document.pictureInPictureElement === video) {
    document.exitPictureInPicture().catch(() => undefined);
  }
}
