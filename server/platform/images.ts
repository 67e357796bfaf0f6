import { JPG } from 'image-size/types/jpg';
import { PNG } from 'image-size/types/png';
import { WEBP } from 'image-size/types/webp';

export interface ImageFacts {
  type: 'image/png' | 'image/jpeg' | 'image/webp';
  /** Pixels. */
  width: number;
  height: number;
}

const readers = [
  { type: 'image/png', reader: PNG },
  { type: 'image/jpeg', reader: JPG },
  { type: 'image/webp', reader: WEBP },
] as const;

/** As far as the readers look into a PNG or WebP; a cut-off header reads as a small picture. */
const headerBytes = 30;

/** Reads type and dimensions from the bytes of a PNG, JPEG or WebP image; null for anything else. */
export function imageFacts(image: Uint8Array): ImageFacts | null {
  if (image.length < headerBytes) return null;
  // A copy, because the readers look past the end of a view into the buffer that it shares with others.
  const bytes = Uint8Array.from(image);
  try {
    const found = readers.find(({ reader }) => reader.validate(bytes));
    if (!found) return null;
    const { width, height } = found.reader.calculate(bytes);
    return width > 0 && height > 0 ? { type: found.type, width, height } : null;
  } catch {
    // A header that breaks off, or one that belongs to no image.
    return null;
  }
}
