import type { QRCode } from 'qrcode';

/** A QR code as one path, of squares of size 1 on a field of `size`, with the quiet margin of four that readers want. */
export interface Qr {
  size: number;
  path: string;
}

const MARGIN = 4;

/** The code that says `text`. What makes it is loaded when the first one is wanted. */
export async function qrOf(text: string): Promise<Qr> {
  const { default: qrcode } = await import('qrcode');
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  return { size: modules.size + 2 * MARGIN, path: pathOf(modules) };
}

/** Dark squares that touch in a row are one piece. */
function pathOf({ size, data }: QRCode['modules']): string {
  let path = '';
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      let run = 0;
      while (x + run < size && data[y * size + x + run]) run++;
      if (run > 0) path += `M${x + MARGIN} ${y + MARGIN}h${run}v1h-${run}z`;
      x += run;
    }
  return path;
}
