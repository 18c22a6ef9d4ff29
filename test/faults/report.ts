export interface Report {
  passed: number;
  failed: number;
  /** Notes whether it is as it should be, and says so in one line; the first few faults below. */
  check(what: string, faults: readonly string[]): void;
  /** The same for something that was waited for: after so many milliseconds, or `null` when it did not come. */
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
      report.check(`${what}${when}`, afterMs === null ? ['it never did'] : []);
    },
  };
  return report;
}
