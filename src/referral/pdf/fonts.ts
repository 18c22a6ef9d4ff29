import { readFileSync } from 'node:fs';

/** The two faces of the file. They hold Latin, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic letters. */
export type Face = 'regular' | 'bold';

const read = (name: string) => readFileSync(new URL(import.meta.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`)));

/** Read once, when the first file is wanted; a part of each goes into every file. */
export const faces: Readonly<Record<Face, Buffer>> = {
  regular: read('DejaVuSansCondensed'),
  bold: read('DejaVuSansCondensed-Bold'),
};
