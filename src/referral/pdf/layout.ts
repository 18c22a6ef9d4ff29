import type { Block } from './blocks.js';
import { type Ruler, type Written, write } from './pen.js';

/** US Letter, in points, and the white edge that printers need. */
export const PAGE = { width: 612, height: 792, edge: 36 } as const;
export const INNER = PAGE.width - 2 * PAGE.edge;
/** Room for the code and its address at the right of the head. */
export const CODE = { side: 82, width: 118 } as const;
/** Room for the line at the foot of each page. */
export const FOOT = 14;
const BOTTOM = PAGE.height - PAGE.edge - FOOT;

/** Sizes that are tried, the largest first. */
const SCALES = [1.12, 1.06, 1, 0.95, 0.9, 0.85, 0.8];
/** Air above a block, in points at scale 1. */
const AIR = 7;

/** A piece at its height on its page. */
export interface Placed {
  written: Written;
  page: number;
  y: number;
}

export interface PlacedBlock {
  placed: readonly Placed[];
  ruled: boolean;
}

export interface Layout {
  blocks: readonly PlacedBlock[];
  pages: number;
  scale: number;
}

/**
 * The largest letters with which everything fits on as many pages as wanted. What does not even fit with the smallest goes on to one
 * more page: nothing is left out.
 */
export function layOut(head: Block, body: readonly Block[], wanted: number, ruler: Ruler): Layout {
  let last: Layout | null = null;
  for (const scale of SCALES) {
    last = place(head, body, scale, ruler);
    if (last.pages <= wanted) return last;
  }
  return last!;
}

function place(head: Block, body: readonly Block[], scale: number, ruler: Ruler): Layout {
  const blocks: PlacedBlock[] = [];
  let page = 0;
  let y: number = PAGE.edge;
  const put = (written: readonly Written[], ruled: boolean, least: number) => {
    const height = written.reduce((sum, one) => sum + one.height, 0);
    if (y > PAGE.edge && y + height > BOTTOM && height <= BOTTOM - PAGE.edge)
      [page, y] = [page + 1, PAGE.edge];
    const placed = written.map((one): Placed => {
      if (y > PAGE.edge && y + one.height > BOTTOM) [page, y] = [page + 1, PAGE.edge];
      const at = { written: one, page, y };
      y += one.height;
      return at;
    });
    blocks.push({ placed, ruled });
    y = Math.max(y, least) + AIR * scale;
  };
  const all = (block: Block, width: number) => block.pieces.map((piece) => write(piece, width, scale, ruler));
  put(all(head, INNER - CODE.width - 12), false, PAGE.edge + CODE.side + 24);
  for (const block of body) put(all(block, INNER), block.ruled, 0);
  return { blocks, pages: page + 1, scale };
}
