/** Higher planes of the counters: 2²⁹ documents at most. */
const PLANES = 30;
const planes = new Int32Array(PLANES);

/**
 * How often each of the 32 bits is set in `column` at the document ids given: 32 counters side by side, one bit of each in every plane,
 * so that one operation counts for all of them. Eight values are added up before they reach the counters (Harley and Seal).
 */
export function countBits(column: Int32Array, docIds: Int32Array, length: number): Uint32Array {
  planes.fill(0);
  let ones = 0;
  let twos = 0;
  let fours = 0;
  let at = 0;
  for (; at + 8 <= length; at += 8) {
    const a = column[docIds[at]!]!;
    const b = column[docIds[at + 1]!]!;
    const c = column[docIds[at + 2]!]!;
    const d = column[docIds[at + 3]!]!;
    const e = column[docIds[at + 4]!]!;
    const f = column[docIds[at + 5]!]!;
    const g = column[docIds[at + 6]!]!;
    const h = column[docIds[at + 7]!]!;
    const u1 = ones ^ a;
    const t1 = (ones & a) | (u1 & b);
    const v1 = u1 ^ b;
    const u2 = v1 ^ c;
    const t2 = (v1 & c) | (u2 & d);
    const v2 = u2 ^ d;
    const u3 = v2 ^ e;
    const t3 = (v2 & e) | (u3 & f);
    const v3 = u3 ^ f;
    const u4 = v3 ^ g;
    const t4 = (v3 & g) | (u4 & h);
    ones = u4 ^ h;
    const w1 = twos ^ t1;
    const f1 = (twos & t1) | (w1 & t2);
    const x1 = w1 ^ t2;
    const w2 = x1 ^ t3;
    const f2 = (x1 & t3) | (w2 & t4);
    twos = w2 ^ t4;
    const y = fours ^ f1;
    carry((fours & f1) | (y & f2), 3);
    fours = y ^ f2;
  }
  carry(ones, 0);
  carry(twos, 1);
  carry(fours, 2);
  for (; at < length; at++) carry(column[docIds[at]!]!, 0);
  return read();
}

/** Adds `1 << plane` to the counter of every bit that is set. */
function carry(bits: number, plane: number): void {
  let rest = bits;
  for (let at = plane; rest !== 0; at++) {
    const next = planes[at]! & rest;
    planes[at]! ^= rest;
    rest = next;
  }
}

function read(): Uint32Array {
  const counts = new Uint32Array(32);
  for (let plane = 0; plane < PLANES; plane++) {
    const bits = planes[plane]!;
    if (bits === 0) continue;
    for (let bit = 0; bit < 32; bit++) counts[bit]! += ((bits >>> bit) & 1) * 2 ** plane;
  }
  return counts;
}

/** How many bits of a 32-bit number are set. */
export function bitsSet(number: number): number {
  let bits = number - ((number >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
