import type { Qr } from '../qr.js';
import type { Piece } from './blocks.js';
import { CODE, FOOT, INNER, type Layout, PAGE, type PlacedBlock } from './layout.js';
import type { Stroke, Written } from './pen.js';

type Doc = PDFKit.PDFDocument;
type Part = PDFKit.PDFStructureElement;

/** The role of each piece in the structure of the file, for screen readers. */
const tags: Record<Piece['kind'], string> = {
  title: 'H1',
  heading: 'H2',
  person: 'H2',
  text: 'P',
  strong: 'P',
  small: 'P',
  row: 'P',
  item: 'P',
  ways: 'P',
  rule: 'P',
};

/** Draws what was laid out, page by page, each text under its tag. */
export function draw(doc: Doc, layout: Layout, code: { qr: Qr; address: string }): void {
  const root = doc.struct('Document');
  doc.addStructure(root);
  let page = -1;
  const turnTo = (wanted: number) => {
    for (; page < wanted; page++) {
      // The first is there from the start: what measures needs it.
      if (page >= 0) doc.addPage();
      foot(doc, page + 2, layout.pages, code.address);
    }
  };
  layout.blocks.forEach((block, at) => {
    const part = doc.struct('Sect');
    root.add(part);
    drawBlock(doc, part, block, turnTo);
    if (at === 0) drawCode(doc, part, code);
    part.end();
  });
  root.end();
}

function drawBlock(
  doc: Doc,
  part: Part,
  { placed, ruled }: PlacedBlock,
  turnTo: (page: number) => void,
): void {
  placed.forEach(({ written, page, y }, at) => {
    turnTo(page);
    if (at === 0 && ruled) artifact(doc, () => line(doc, PAGE.edge, y - 3, INNER, 0.7));
    if (written.rule !== null) {
      const { x, y: down } = written.rule;
      artifact(doc, () => line(doc, PAGE.edge + x, y + down, INNER - CODE.width - 12 - x, 0.5));
    }
    part.add(doc.struct(tags[written.piece.kind], {}, contents(doc, written, y)));
  });
}

/** The texts of a piece, links as links. */
function contents(doc: Doc, { strokes }: Written, y: number): PDFKit.PDFStructureElementChild[] {
  return strokes.map((stroke) => {
    const put = () => drawStroke(doc, stroke, y);
    return stroke.href === null ? put : doc.struct('Link', { alt: stroke.text }, [put]);
  });
}

function drawStroke(doc: Doc, { text, face, size, x, y, width, href }: Stroke, top: number): void {
  doc
    .font(face)
    .fontSize(size)
    .text(text, PAGE.edge + x, top + y, { width, ...(href !== null && { link: href }) });
}

function drawCode(doc: Doc, part: Part, { qr, address }: { qr: Qr; address: string }): void {
  const left = PAGE.width - PAGE.edge - CODE.width;
  const right = PAGE.width - PAGE.edge - CODE.side;
  const picture = () => {
    doc
      .save()
      .translate(right, PAGE.edge)
      .scale(CODE.side / qr.size);
    doc.path(qr.path).fill('black');
    doc.restore();
  };
  part.add(doc.struct('Figure', { alt: 'Code with the address of this sheet' }, [picture]));
  const text = () =>
    void doc
      .font('regular')
      .fontSize(5.6)
      .text(address, left, PAGE.edge + CODE.side + 1, { width: CODE.width, align: 'right', link: address });
  part.add(doc.struct('P', {}, [doc.struct('Link', { alt: address }, [text])]));
}

/** The same at the foot of each page: it is no part of what is read aloud. */
function foot(doc: Doc, page: number, pages: number, address: string): void {
  artifact(doc, () => {
    const words = pages > 1 ? `${address} · page ${page} of ${pages}` : `${address}`;
    doc
      .font('regular')
      .fontSize(6.2)
      .text(words, PAGE.edge, PAGE.height - PAGE.edge - FOOT / 2, { width: INNER, align: 'center' });
  });
}

function artifact(doc: Doc, act: () => void): void {
  doc.markContent('Artifact', { type: 'Layout' });
  act();
  doc.endMarkedContent();
}

function line(doc: Doc, x: number, y: number, length: number, thick: number): void {
  doc
    .lineWidth(thick)
    .moveTo(x, y)
    .lineTo(x + length, y)
    .stroke('#666666');
}
