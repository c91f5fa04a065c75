/** Where the picture lies inside its element, in CSS pixels: black bars are not part of it. */
export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The box of a picture of this size that is fitted into an element of that size. */
export function pictureBox(
  element: { width: number; height: number },
  picture: { width: number; height: number },
): Box {
  if (picture.width === 0 || picture.height === 0) return { left: 0, top: 0, ...element };
  const scale = Math.min(element.width / picture.width, element.height / picture.height);
  const width = picture.width * scale;
  const height = picture.height * scale;
  return { left: (element.width - width) / 2, top: (element.height - height) / 2, width, height };
}
