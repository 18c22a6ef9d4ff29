import type { Piece } from './blocks.js';
import type { Face } from './fonts.js';
import { printable } from './printable.js';

/** How high the body's letters are at scale 1, in points; everything else follows from it. */
const BODY = 8.8;
const LABEL_SHARE = 0.17;
/** Words measured one by one, as lines are broken, come out a little wider than the text as a whole. */
const SLACK = 1.02;

interface Style {
  face: Face;
  /** In parts of the body's size. */
  size: number;
  gap: number;
}

const styles: Record<Exclude<Piece['kind'], 'person' | 'row' | 'item' | 'ways' | 'rule'>, Style> = {
  title: { face: 'bold', size: 1.6, gap: 0.25 },
  heading: { face: 'bold', size: 1.18, gap: 0.2 },
  strong: { face: 'bold', size: 1, gap: 0.15 },
  text: { face: 'regular', size: 1, gap: 0.1 },
  small: { face: 'regular', size: 0.85, gap: 0.15 },
};
const plain: Style = styles.text;
const label: Style = { ...plain, face: 'bold' };

/** One text at its place. `x` and `y` are from the upper left corner of the piece. */
export interface Stroke {
  text: string;
  face: Face;
  size: number;
  x: number;
  y: number;
  width: number;
  /** Where a click on it leads. */
  href: string | null;
}

/** A piece with all its texts placed. */
export interface Written {
  piece: Piece;
  strokes: readonly Stroke[];
  /** A line to write on, from here to the right edge. */
  rule: { x: number; y: number } | null;
  height: number;
}

/** What measures: the document, in which nothing is drawn by it. */
export interface Ruler {
  height(text: string, face: Face, size: number, width: number): number;
  width(text: string, face: Face, size: number): number;
  has(face: Face, codePoint: number): boolean;
}

/** Breaks a piece into texts of `width` at most, and says how high it becomes. Nothing is ever cut. */
export function write(piece: Piece, width: number, scale: number, ruler: Ruler): Written {
  const size = BODY * scale;
  const stroke = (text: string, style: Style, x: number, href: string | null = null): Stroke => ({
    text: printable(text, (codePoint) => ruler.has(style.face, codePoint)),
    face: style.face,
    size: size * style.size,
    x,
    y: 0,
    width: width - x,
    href,
  });
  const high = ({ text, face, size: points, width: room }: Stroke) => ruler.height(text, face, points, room);
  const done = (strokes: readonly Stroke[], gap: number): Written => ({
    piece,
    strokes,
    rule: null,
    height: Math.max(...strokes.map((one) => one.y + high(one))) + gap * size,
  });
  switch (piece.kind) {
    case 'person': {
      const { heading } = styles;
      const group = [
        stroke(`${piece.name}  `, heading, 0),
        stroke(piece.rest, { ...heading, face: 'regular' }, 0),
      ];
      return done(inLines([group], width, size, ruler, high), heading.gap);
    }
    case 'row': {
      const column = width * LABEL_SHARE;
      const first = { ...stroke(piece.label, label, 0), width: column - size / 2 };
      return done([first, stroke(piece.text, plain, column)], plain.gap);
    }
    case 'item':
      return done([stroke(`${piece.number}.`, plain, 0), stroke(piece.text, plain, size * 1.6)], plain.gap);
    case 'ways':
      return done(
        inLines(
          piece.ways.flatMap(({ label: lead, words, href }) => [
            [stroke(`${lead} `, plain, 0), stroke(words, label, 0, href)],
          ]),
          width,
          size,
          ruler,
          high,
        ),
        plain.gap,
      );
    case 'rule': {
      const lead = stroke(piece.label, plain, 0);
      const y = size * 2.1;
      return {
        piece,
        strokes: [{ ...lead, y: y - high(lead) }],
        rule: { x: ruler.width(`${lead.text}  `, lead.face, lead.size), y },
        height: y + size * 0.3,
      };
    }
    default:
      return done([stroke(piece.text, styles[piece.kind], 0)], styles[piece.kind].gap);
  }
}

/** Sets groups of texts side by side, and a group that has no room left on a new line. */
function inLines(
  groups: readonly Stroke[][],
  width: number,
  size: number,
  ruler: Ruler,
  high: (stroke: Stroke) => number,
): Stroke[] {
  const set: Stroke[] = [];
  let x = 0;
  let y = 0;
  let deep = 0;
  for (const group of groups) {
    const wide = group.map(({ text, face, size: points }) => ruler.width(text, face, points) * SLACK + 1);
    if (x > 0 && x + wide.reduce((sum, one) => sum + one, 0) > width) [x, y, deep] = [0, y + deep, 0];
    group.forEach((stroke, at) => {
      if (x > 0 && x + wide[at]! > width) [x, y, deep] = [0, y + deep, 0];
      const placed = { ...stroke, x, y, width: Math.min(wide[at]!, width - x) };
      set.push(placed);
      deep = Math.max(deep, high(placed));
      x += wide[at]!;
    });
    x += size * 1.4;
  }
  return set;
}
