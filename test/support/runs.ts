/** Set by `npm run test:slow`. */
const isThorough = process.env.TEST_RUNS === 'many';

/** How often a property is tried: `few` times in `npm test`, `many` times in `npm run test:slow`. */
export function runs(few: number, many: number): number {
  return isThorough ? many : few;
}
