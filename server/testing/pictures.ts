/** The first bytes of pictures of a given size in pixels: enough to identify the type. */
type Picture = (width: number, height: number) => Buffer;

const latin = (text: string) => Buffer.from(text, 'latin1');

function bytesOf(length: number, write: (bytes: Buffer) => void): Buffer {
  const bytes = Buffer.alloc(length);
  write(bytes);
  return bytes;
}

export const png: Picture = (width, height) =>
  Buffer.concat([
    latin('\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR'),
    bytesOf(17, (bytes) => {
      bytes.writeUInt32BE(width, 0);
      bytes.writeUInt32BE(height, 4);
    }),
  ]);

export const jpeg: Picture = (width, height) =>
  Buffer.concat([
    latin('\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08'),
    bytesOf(20, (bytes) => {
      bytes.writeUInt16BE(height, 0);
      bytes.writeUInt16BE(width, 2);
    }),
  ]);

const riff = (chunk: string, body: Buffer): Buffer =>
  Buffer.concat([latin(`RIFF\0\0\0\0WEBP${chunk}\0\0\0\0`), body, Buffer.alloc(10)]);

export const webp: Picture = (width, height) =>
  riff(
    'VP8 ',
    bytesOf(10, (bytes) => {
      bytes.write('\0\0\0\x9d\x01\x2a', 'latin1');
      bytes.writeUInt16LE(width, 6);
      bytes.writeUInt16LE(height, 8);
    }),
  );

export const webpLossless: Picture = (width, height) =>
  riff(
    'VP8L',
    bytesOf(5, (bytes) => {
      bytes.writeUInt8(0x2f, 0);
      bytes.writeUInt32LE((width - 1) | ((height - 1) << 14), 1);
    }),
  );

export const webpExtended: Picture = (width, height) =>
  riff(
    'VP8X',
    bytesOf(10, (bytes) => {
      bytes.writeUIntLE(width - 1, 4, 3);
      bytes.writeUIntLE(height - 1, 7, 3);
    }),
  );
