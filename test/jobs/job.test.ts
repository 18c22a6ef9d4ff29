import { setTimeout as wait } from 'node:timers/promises';
import { expect } from 'chai';
import { createJob, type Job, type JobOptions } from '../../src/jobs/job.js';
import type { LeaseStore } from '../../src/storage/store.js';
import { until } from '../support/until.js';

const clock = { now: () => new Date('2026-03-02T12:00:00Z') };

/** Leases in memory that do not expire. */
function someLeases(): LeaseStore & { holders: Map<string, string> } {
  const holders = new Map<string, string>();
  return {
    holders,
    async take(name, holder) {
      if (!holders.has(name)) holders.set(name, holder);
      return holders.get(name) === holder;
    },
    async release(name, holder) {
      if (holders.get(name) === holder) holders.delete(name);
    },
  };
}

describe('a job', () => {
  let jobs: Job[];
  let lines: string[];
  const log = (_: object, line: string) => void lines.push(line);
  const logger = { info: log, warn: log, error: log };
  beforeEach(() => {
    [jobs, lines] = [[], []];
  });
  afterEach(async () => {
    for (const job of jobs) await job.stop();
  });

  function aJob(wish: Pick<JobOptions, 'run'> & Partial<JobOptions>): Job {
    const job = createJob({ name: 'test job', every: 600_000, logger, ...wish });
    jobs.push(job);
    return job;
  }

  it('never runs twice at once, however often it is asked to', async () => {
    let now = 0;
    let most = 0;
    let runs = 0;
    const job = aJob({
      every: 1,
      async run() {
        runs += 1;
        now += 1;
        most = Math.max(most, now);
        await wait(5);
        now -= 1;
      },
    });
    job.start();
    for (let count = 0; count < 5; count++) job.nudge();
    await Promise.all([job.tick(), job.runOnce(), job.tick()]);
    await until(() => runs >= 6);
    expect(most).to.equal(1);
  });

  it('runs again when the previous run asked for it', async () => {
    let runs = 0;
    const job = aJob({
      async run() {
        runs += 1;
        return runs < 3 ? 1 : undefined;
      },
    });
    job.start();
    await until(() => runs === 3);
    await wait(30);
    expect(runs).to.equal(3);
  });

  it('runs again after a nudge that came during a run', async () => {
    let runs = 0;
    const job = aJob({
      async run() {
        runs += 1;
        if (runs === 1) job.nudge();
      },
    });
    job.start();
    await until(() => runs === 2);
  });

  it('does nothing after a nudge before it is started', async () => {
    let runs = 0;
    const job = aJob({
      async run() {
        runs += 1;
      },
    });
    job.nudge();
    await wait(20);
    expect(runs).to.equal(0);
  });

  it('logs when runs start failing and when they work again, and `runOnce` rejects', async () => {
    let fails = true;
    const job = aJob({
      async run() {
        if (fails) throw new Error('broken');
      },
    });
    await job.tick();
    await job.tick();
    const error = await job.runOnce().catch((thrown: Error) => thrown.message);
    expect(error).to.equal('broken');
    fails = false;
    await job.tick();
    await job.tick();
    expect(lines).to.deep.equal([
      'test job: failing, retrying in 600 s',
      'test job: works again, failures: 2',
    ]);
  });

  it('runs in the process that holds its lease, and releases it when stopped', async () => {
    const leases = someLeases();
    const runs: string[] = [];
    const [first, second] = ['first', 'second'].map((holder) =>
      aJob({
        lease: { leases, holder, clock, forMs: 60_000 },
        run: async () => void runs.push(holder),
      }),
    ) as [Job, Job];
    await first.tick();
    await second.tick();
    expect(runs).to.deep.equal(['first']);
    await first.stop();
    expect([...leases.holders]).to.deep.equal([]);
    await second.tick();
    expect(runs).to.deep.equal(['first', 'second']);
  });

  it('tells a run to end once it is stopped', async () => {
    const answers: boolean[] = [];
    let begun = false;
    const job = aJob({
      async run({ mayContinue }) {
        answers.push(await mayContinue());
        begun = true;
        await wait(20);
        answers.push(await mayContinue());
      },
    });
    job.start();
    await until(() => begun);
    await job.stop();
    expect(answers).to.deep.equal([true, false]);
    await job.tick();
    expect(answers).to.have.lengthOf(2);
  });

  it('stops waiting for a run that does not end after the given time', async () => {
    const job = createJob({ name: 'endless', every: 1, run: () => new Promise<void>(() => undefined) });
    void job.tick();
    const began = performance.now();
    // Its own timer, as the timer of the job does not keep the process alive.
    await Promise.all([job.stop(20), wait(30)]);
    expect(performance.now() - began).to.be.below(1000);
  });
});
