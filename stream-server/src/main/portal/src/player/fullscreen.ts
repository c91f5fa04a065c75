/**
 * Whether the player fills the screen. The page knows it first; in older Safari and on the iPhone,
 * which have no `document.fullscreenElement`, only the controller does.
 */
export function isFullscreen(controller: HTMLElement): boolean {
  const { fullscreenElement } = document as { fullscreenElement?: Element | null };
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
