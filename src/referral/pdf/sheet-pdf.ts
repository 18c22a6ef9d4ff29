import PDFDocument from 'pdfkit';
import type { Clock } from '../../domain/calendar.js';
import type { SheetShown } from '../pages/sheet.js';
import { type Block, bodyBlocks, headBlock } from './blocks.js';
import { draw } from './draw.js';
import { faces } from './fonts.js';
import { type Layout, layOut } from './layout.js';
import type { Ruler } from './pen.js';
import { LACKING } from './printable.js';

/** Up to so many therapists fit on one page; more go on two. */
const MOST_ON_A_PAGE = 3;

interface Needs {
  clock: Clock;
  publicOrigin: string;
}

/**
 * The sheet as a file to attach or print: real text with its structure, the fonts within it, links that lead somewhere. It takes a
 * twentieth of a second; what makes it is loaded with this module, which takes longer.
 */
export async function sheetPdf(sheet: SheetShown, { clock, publicOrigin }: Needs): Promise<Buffer> {
  const doc = new PDFDocument({
    size: [612, 792],
    margins: { top: 0, right: 0, bottom: 0, left: 0 },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-US',
    displayTitle: true,
    info: { Title: sheet.title, Author: 'Holdspace', Creator: 'Holdspace', CreationDate: clock.now() },
  });
  const finished = collected(doc);
  for (const [face, font] of Object.entries(faces)) doc.registerFont(face, font);
  const ruler = rulerOf(doc);
  const wanted = sheet.people.length <= MOST_ON_A_PAGE ? 1 : 2;
  const head = headBlock(sheet);
  const body = bodyBlocks(sheet, publicOrigin);
  const layout = layOut(head, body, wanted, ruler);
  draw(doc, hasGaps(layout) ? layOut(head, [...body, notice], wanted, ruler) : layout, sheet);
  doc.end();
  return finished;
}

const notice: Block = {
  ruled: false,
  pieces: [
    {
      kind: 'small',
      text: `${LACKING} stands for letters that cannot be printed here. The page at the address of this sheet shows them.`,
    },
  ],
};

const hasGaps = ({ blocks }: Layout): boolean =>
  blocks.some(({ placed }) =>
    placed.some(({ written }) => written.strokes.some(({ text }) => text.includes(LACKING))),
  );

function rulerOf(doc: PDFKit.PDFDocument): Ruler {
  return {
    height: (text, face, size, width) => doc.font(face).fontSize(size).heightOfString(text, { width }),
    width: (text, face, size) => doc.font(face).fontSize(size).widthOfString(text),
    has: (face, codePoint) => fontOf(doc.font(face)).hasGlyphForCodePoint(codePoint),
  };
}

/** The library does not offer its font itself: https://github.com/foliojs/fontkit#character-to-glyph-mapping says what it can. */
const fontOf = (doc: object) =>
  (doc as { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } })._font.font;

function collected(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  doc.on('data', (chunk: Uint8Array) => chunks.push(Buffer.from(chunk)));
  return new Promise((resolve, reject) => {
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
