export interface Report {
  passed: number;
  failed: number;
  /** Records a result and prints it in one line, with the first few faults below. */
  check(what: string, faults: readonly string[]): void;
  /** Records the result of a wait: how many milliseconds it took, or `null` when the event did not come. */
  came(what: string, afterMs: number | null): void;
}

const MOST_FAULTS = 5;

export function createReport(say: (line: string) => void): Report {
  const report: Report = {
    passed: 0,
    failed: 0,
    check(what, faults) {
      report[faults.length === 0 ? 'passed' : 'failed'] += 1;
      say(`${faults.length === 0 ? 'passed' : 'FAILED'}  ${what}`);
      for (const fault of faults.slice(0, MOST_FAULTS)) say(`        ${fault}`);
    },
    came(what, afterMs) {
      const when = afterMs === null ? '' : ` after ${(afterMs / 1000).toFixed(1)} s`;
      report.check(`${what}${when}`, afterMs === null ? ['did not happen in time'] : []);
    },
  };
  return report;
}
