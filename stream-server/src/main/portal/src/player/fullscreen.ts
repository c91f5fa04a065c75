/** A page of any browser: older Safari knows fullscreen by another name. */
interface FullscreenPage {
  fullscreenElement?: Element | null;
  webkitFullscreenElement?: Element | null;
}

/** The events by which browsers tell that something fills the screen, or no longer does. */
export const FULLSCREEN_CHANGES = ['fullscreenchange', 'webkitfullscreenchange'] as const;

/**
 * Whether the player fills the screen. The page knows it first; on the iPhone, whose pages know
 * nothing of it, only the controller does.
 */
export function isFullscreen(controller: HTMLElement, page: FullscreenPage = document): boolean {
  const { fullscreenElement = page.webkitFullscreenElement } = page;
  return fullscreenElement === undefined
    ? controller.hasAttribute('mediaisfullscreen')
    : fullscreenElement !== null;
}

/** By the controller's own request, which knows the ways of all browsers. */
export function toggleFullscreen(controller: HTMLElement): void {
  if (isFullscreen(controller)) leaveFullscreen(controller);
  else ask(controller, 'mediaenterfullscreenrequest');
}

/** Nothing happens where nothing is full. */
export function leaveFullscreen(controller: HTMLElement): void {
  if (isFullscreen(controller)) ask(controller, 'mediaexitfullscreenrequest');
}

function ask(controller: HTMLElement, request: string): void {
  controller.dispatchEvent(new CustomEvent(request, { bubbles: true, composed: true }));
}
