import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { readReviewerArguments } from '../../scripts/reviewer/arguments.js';
import { UsageError } from '../../scripts/seed/arguments.js';
import { createSessions } from '../../src/account/sessions.js';
import { openEmbeddedStore } from '../../src/storage/embedded/open-embedded-store.js';
import { reviewers } from '../../src/storage/kinds.js';
import { type Program, startProgram } from '../support/program.js';
import { removeFolder, temporaryFolder } from '../support/temporary-folder.js';
import { until } from '../support/until.js';
import { aVisitor } from '../support/visitor.js';

const SCRIPT = resolve('dist/scripts/reviewer.js');
const ROSA = 'rosa@holdspace.example';

describe('npm run reviewer', () => {
  let folder: string;
  let programs: Program[];
  beforeEach(async () => {
    folder = await temporaryFolder();
    programs = [];
  });
  afterEach(async () => {
    for (const { child, ended } of programs) {
      child.kill('SIGKILL');
      await ended;
    }
    await removeFolder(folder);
  });

  async function run(...words: string[]): Promise<{ code: number; out: string; err: string }> {
    const env = { PATH: process.env.PATH, DATA_DIR: folder };
    const child = spawn(process.execPath, [SCRIPT, ...words], { env, cwd: folder });
    const [out, err, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close') as Promise<[number]>,
    ]);
    return { code, out: out.trim(), err: err.trim() };
  }

  it('adds, lists and removes reviewers, and reports what it did', async () => {
    expect(await run('list')).to.deep.equal({
      code: 0,
      out: 'There are no reviewers yet: npm run reviewer -- add EMAIL',
      err: '',
    });
    expect(await run('add', 'Rosa@Holdspace.example')).to.deep.include({
      code: 0,
      out: `Added the reviewer ${ROSA}, who signs in at /sign-in.`,
    });
    expect(await run('add', ROSA)).to.deep.include({ code: 0, out: `${ROSA} is already a reviewer.` });
    expect((await run('list')).out).to.match(/^rosa@holdspace\.example {2}since \d{4}-\d{2}-\d{2}$/);
    expect(await run('remove', ROSA.toUpperCase())).to.deep.include({
      code: 0,
      out: `Removed the reviewer ${ROSA} and ended their sessions.`,
    });
    expect(await run('remove', ROSA)).to.deep.include({
      code: 1,
      out: `${ROSA} is not a reviewer: nothing to remove.`,
    });
  });

  for (const words of [
    [],
    ['add'],
    ['remove'],
    ['list', ROSA],
    ['add', ROSA, ROSA],
    ['promote', ROSA],
    ['add', 'rosa'],
    ['add', 'Rosa <rosa@holdspace.example>'],
    ['add', `${'a'.repeat(60)}@${'b'.repeat(60)}.example`],
    ['--add', ROSA],
  ])
    it(`prints the usage for: ${words.join(' ').slice(0, 60) || '(nothing)'}`, () => {
      expect(() => readReviewerArguments(words)).to.throw(UsageError, 'npm run reviewer -- add EMAIL');
    });

  it('exits with 1 and without a stack for wrong arguments', async () => {
    const { code, out, err } = await run('promote', ROSA);
    expect([code, out]).to.deep.equal([1, '']);
    expect(err)
      .to.contain('npm run reviewer -- add EMAIL')
      .and.not.match(/\n\s+at /);
  });

  it('works while the demonstration runs, and signs a removed reviewer out at once', async () => {
    const program = startProgram(folder);
    programs.push(program);
    const origin = await program.ready;
    expect((await run('add', ROSA)).code).to.equal(0);
    const visitor = aVisitor(origin);
    await visitor.submit(await visitor.get('/sign-in'), { fill: { email: ROSA } });
    const link = await untilLogged(program, /"link":"http:\/\/[^"/]+(\/sign-in\/[^"]+)"/);
    const entered = await visitor.submit(await visitor.get(link));
    expect([entered.status, entered.to]).to.deep.equal([303, '/review']);
    expect((await visitor.get('/sign-in')).text('h1')).to.equal('You are signed in');
    expect((await run('remove', ROSA)).code).to.equal(0);
    expect((await visitor.get('/sign-in')).text('h1')).to.equal('Sign in');
  });

  it('does not restore a session when a reviewer is removed and added again', async () => {
    const store = await openEmbeddedStore({ file: `${folder}/holdspace.db` });
    const clock = { now: () => new Date() };
    const sessions = createSessions({ store, clock, newId: () => 'x'.repeat(20), secretKey: 'k' });
    await run('add', ROSA);
    const { secret } = await sessions.begin(ROSA);
    await run('remove', ROSA);
    await run('add', ROSA);
    expect(await store.records(reviewers).get(ROSA)).not.to.equal(null);
    expect(await sessions.find(secret)).to.equal(null);
    await store.close();
  });
});

/** The log is written once a second. */
async function untilLogged(program: Program, what: RegExp): Promise<string> {
  await until(() => what.test(program.out()));
  return what.exec(program.out())![1]!;
}
