import { limits } from '#shared/limits.ts';

const side = 256;
const qualities = [0.9, 0.8, 0.65, 0.5, 0.3];

function drawn(image: ImageBitmap, pixels: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = pixels;
  canvas.height = pixels;
  const edge = Math.min(image.width, image.height);
  const context = canvas.getContext('2d');
  if (context) {
    // JPEG knows no transparency, and would show black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, pixels, pixels);
    context.imageSmoothingQuality = 'high';
    context.drawImage(image, (image.width - edge) / 2, (image.height - edge) / 2, edge, edge, 0, 0, pixels, pixels);
  }
  return canvas;
}

const encoded = (canvas: HTMLCanvasElement, type: string, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, type, quality));

async function base64Of(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/**
 * The middle of a picture as a square of 256 pixels in base64, encoded again (which also drops where it was taken) and
 * small enough for the server; null where the file is no picture.
 */
export async function squarePicture(file: Blob): Promise<string | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (!image) return null;
  const canvas = drawn(image, side);
  image.close();
  for (const quality of qualities) {
    // Where WebP cannot be written the browser answers with a PNG, which has no quality: then JPEG.
    const webp = await encoded(canvas, 'image/webp', quality);
    const blob = webp?.type === 'image/webp' ? webp : await encoded(canvas, 'image/jpeg', quality);
    if (blob && blob.size <= limits.avatarBytes) return base64Of(blob);
  }
  return null;
}
