const TOO_FAR = 99;

let before: number[] = [];
let last: number[] = [];
let current: number[] = [];

/**
 * Typing mistakes between a typed word and a word: optimal string alignment (a letter left out, added, replaced, or two
 * neighbors exchanged count one each), and one more when the first letter is wrong. More than `most` is told as 99.
 */
export function typos(typed: string, word: string, most: number): number {
  if (typed === word) return 0;
  const extra = typed.charCodeAt(0) === word.charCodeAt(0) ? 0 : 1;
  if (Math.abs(typed.length - word.length) + extra > most) return TOO_FAR;
  const found = align(typed, word, most - extra, false) + extra;
  return found <= most ? found : TOO_FAR;
}

/** The fewest {@link typos} between a typed word and any beginning of a word. */
export function prefixTypos(typed: string, word: string, most: number): number {
  if (word.startsWith(typed)) return 0;
  const extra = typed.charCodeAt(0) === word.charCodeAt(0) ? 0 : 1;
  if (typed.length - word.length + extra > most) return TOO_FAR;
  const found = align(typed, word.slice(0, typed.length + most), most - extra, true) + extra;
  return found <= most ? found : TOO_FAR;
}

/** One row for each letter of `word`, one column for each of `typed`; the last column is the distance to that beginning. */
function align(typed: string, word: string, most: number, anyPrefix: boolean): number {
  const width = typed.length;
  for (let column = 0; column <= width; column++) last[column] = column;
  let best = width;
  for (let row = 1; row <= word.length; row++) {
    const smallest = fillRow(typed, word, row);
    [before, last, current] = [last, current, before];
    best = Math.min(best, last[width]!);
    if (smallest > most) return anyPrefix ? best : TOO_FAR;
  }
  return anyPrefix ? best : last[width]!;
}

function fillRow(typed: string, word: string, row: number): number {
  const letter = word.charCodeAt(row - 1);
  const letterBefore = row > 1 ? word.charCodeAt(row - 2) : -1;
  let smallest = row;
  current[0] = row;
  for (let column = 1; column <= typed.length; column++) {
    const other = typed.charCodeAt(column - 1);
    let cost = Math.min(last[column]!, current[column - 1]!) + 1;
    cost = Math.min(cost, last[column - 1]! + (letter === other ? 0 : 1));
    if (column > 1 && other === letterBefore && typed.charCodeAt(column - 2) === letter)
      cost = Math.min(cost, before[column - 2]! + 1);
    current[column] = cost;
    if (cost < smallest) smallest = cost;
  }
  return smallest;
}
