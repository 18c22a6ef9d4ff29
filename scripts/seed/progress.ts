import cliProgress from 'cli-progress';

/** Shows the progress of a long job. */
export interface Progress {
  start(total: number): void;
  at(done: number): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere, such as in a log, a plain line at each tenth. */
export function createProgress(stream: NodeJS.WriteStream, what = 'therapists'): Progress {
  return stream.isTTY ? bar(stream, what) : lines((text) => stream.write(`${text}\n`), what);
}

function bar(stream: NodeJS.WriteStream, what: string): Progress {
  const format = `{bar} {value} of {total} ${what}, {eta_formatted} left`;
  const shown = new cliProgress.SingleBar({ stream, format, hideCursor: true, barsize: 30 });
  return {
    start: (total) => shown.start(total, 0),
    at: (done) => shown.update(done),
    stop: () => shown.stop(),
  };
}

/** {@link Progress} as lines of text. */
export function lines(say: (text: string) => void, what = 'therapists'): Progress {
  let total = 0;
  let told = 0;
  return {
    start(all) {
      total = all;
      told = 0;
    },
    at(done) {
      const tenth = Math.floor((done / total) * 10);
      if (tenth === told) return;
      told = tenth;
      say(`${done} of ${total} ${what}`);
    },
    stop() {},
  };
}
